@needs:stripe-mock @needs:own-host @needs:paid-plans
Feature: PropIQ fails while Stripe tells

  Stripe keeps telling until it is heard. A failure of ours must not swallow a payment, nor count it twice once we are back.

  Rule: What PropIQ could not take in takes effect once, when it can

    @own-host @edge:webhook_during_own_failure
    Scenario: The database is gone
      Given Ben is on Pro with 2 of 60 analyses used
      And his plan is due to renew
      And the database is gone
      When his plan renews meanwhile
      Then Stripe has not been told that it was taken
      And once the database is back, he is on Pro with 0 of 60 used
      And Slack has heard of one recurring payment

    @own-host @edge:stripe_webhook_duplicate_event
    Scenario: Stripe repeats itself after a crash
      Given Ben's plan renewed today and he has since used 3 analyses
      When PropIQ crashes and comes back
      And Stripe repeats the news of that renewal
      Then Ben has still used 3 analyses
      And Slack has heard of one recurring payment

    @own-host @edge:webhook_during_own_failure
    Scenario: PropIQ has crashed
      Given Ben is on Pro with 2 of 60 analyses used
      And his plan is due to renew
      And PropIQ has crashed
      When his plan renews meanwhile
      Then Stripe has not been told that it was taken
      And once PropIQ is back, he is on Pro with 0 of 60 used
      And Slack has heard of one recurring payment
