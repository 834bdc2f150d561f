@needs:stripe-mock
Feature: A renewal that fails

  A card that expired is no reason to shut a good customer out: the plan goes on while Stripe tries again, but nothing is given that is not paid for.

  Rule: A failed renewal keeps plan and count, and says why

    @edge:failed_renewal_past_due @needs:paid-plans
    Scenario: The account is empty
      Given Ben is on Pro with 37 of 60 analyses used
      When his renewal fails with a card without funds
      Then he is still on Pro with 37 of 60 used
      And his subscription is past due
      And his profile tells of "insufficient funds"
      And his next analysis works

    @edge:failed_renewal_past_due
    Scenario: A card that was good once
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      And he has paid with a card that fails later
      When his plan is to renew
      Then he is still on Starter with 5 of 30 used
      And his subscription is past due

    @edge:failed_renewal_past_due @needs:paid-plans
    Scenario: Another try, another reason
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When his renewal fails with an expired card
      Then he is still on Pro with 37 of 60 used
      And his subscription is past due
      And his profile tells of "expired"

    @edge:failed_renewal_past_due @needs:paid-plans
    Scenario: What the plan gives goes on
      Given Ben is on Pro with 37 analyses in his history
      And his renewal has failed with a card without funds
      When he exports his newest 5 analyses as "csv"
      Then the file holds 5 analyses
      And his history shows 37 analyses

    @edge:failed_renewal_past_due @needs:paid-plans
    Scenario: What is owed for a move is owed all the same
      Given Ben is on Pro with 37 of 60 analyses used
      When Stripe tells of a failed payment for a change of Ben's plan
      Then he is still on Pro with 37 of 60 used
      And his subscription is past due
      And his profile tells of "insufficient funds"
      And Slack has heard of one failed payment and nothing else

    @edge:failed_renewal_past_due @needs:paid-plans
    Scenario: A move to another plan pays nothing
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When his subscription is moved to Elite at Stripe
      Then he is on Elite with 37 of 100 used
      And his subscription is past due
      And his profile tells of "insufficient funds"

  Rule: A later payment puts everything right

    @edge:failed_renewal_recovers @needs:paid-plans
    Scenario: The next try succeeds
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When Stripe tries again with a good card
      Then he is on Pro with 0 of 60 used
      And Slack has heard of one recurring payment
      And his subscription is active
      And his profile tells of no failed payment

    @edge:failed_renewal_recovers @edge:mid_month_tier_upgrade @needs:paid-plans
    Scenario: Another plan, paid with a good card
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When he subscribes to Elite
      Then he is on Elite with 37 of 100 used
      And his subscription is active
      And he pays Stripe for Elite alone

    @edge:failed_renewal_recovers @needs:paid-plans
    Scenario: Stripe tells of the payment, and of nothing else
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When Stripe tells of a renewal of Ben's plan
      Then he is on Pro with 0 of 60 used
      And Slack has heard of one recurring payment
      And his subscription is active
      And his profile tells of no failed payment

    @edge:failed_renewal_recovers @needs:paid-plans
    Scenario: Ben buys another plan instead, and Stripe tells of it last things first
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      And he has opened a checkout for Elite
      When he pays with a good card and Stripe tells of it last things first
      Then he is on Elite with 37 of 100 used
      And his subscription is active
      And his profile tells of no failed payment
