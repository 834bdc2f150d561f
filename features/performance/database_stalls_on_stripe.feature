@needs:stripe-mock @needs:slack-mock
Feature: The database stalls while Stripe tells

  What Stripe tells in such a moment must not get lost: Stripe tells it again, as long as nobody says that it was taken.

  Rule: What could not be stored is not told

    @edge:webhook_during_own_failure @needs:paid-plans @needs:database-stall
    Scenario: The database stalls while Stripe tells of a renewal
      Given Ben is on Pro with 2 of 60 analyses used
      And the database stops answering for Ben
      When Stripe tells of a renewal of Ben's plan
      Then Stripe has not been told that it was taken
      And Slack has heard nothing of him
      And once the database answers and Stripe tells it again, he is on Pro with 0 of 60 used
