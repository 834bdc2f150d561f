@needs:stripe-mock @needs:slack-mock
Feature: What Slack hears of money

  The team lives in Slack: each sale, renewal, failed card and goodbye is told there once. Slack is never a reason for a customer to wait.

  Rule: Each event of money is told exactly once, with the customer's e-mail

    @edge:slack_new_signup
    Scenario: A new signup
      Given Frank has analysed 5 properties
      When he subscribes to Starter
      Then Slack has heard of one new signup and nothing else

    @edge:slack_recurring_payment @needs:paid-plans
    Scenario: A recurring payment
      Given Ben is on Pro with 40 of 60 analyses used
      When his plan renews
      Then Slack has heard of one recurring payment and nothing else

    @edge:slack_payment_failed
    Scenario: A failed payment
      Given Frank has signed up
      And he has opened a checkout for Starter
      When he pays with a card without funds
      Then Slack has heard of one failed payment and nothing else

    @edge:slack_payment_failed @needs:paid-plans
    Scenario: A failed renewal
      Given Ben is on Pro with 40 of 60 analyses used
      When his renewal fails with a card without funds
      Then Slack has heard of one failed payment and nothing else

    @edge:slack_recurring_payment @edge:slack_payment_failed @needs:paid-plans
    Scenario Outline: The bookkeeper gets the bill for <news>
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe tells of <news> of Ben's plan, billed to "books@ledger.example"
      Then Slack has heard of one <notice> and nothing else
      Examples:
        | news             | notice            |
        | a renewal        | recurring payment |
        | a failed payment | failed payment    |

    @edge:slack_subscription_canceled @needs:paid-plans
    Scenario: A canceled subscription
      Given Ben is on Pro with 40 of 60 analyses used
      When his subscription ends at Stripe
      Then Slack has heard of one canceled subscription and nothing else

    @edge:slack_subscription_canceled @needs:paid-plans
    Scenario: An end that is only planned
      Given Ben is on Pro with 20 of 60 analyses used
      When his subscription is set to end with its month at Stripe
      Then he is shown that his subscription ends with its month
      And Slack has heard nothing of him

  Rule: Slack's trouble is never the customer's

    @edge:slack_down
    Scenario Outline: Slack <refuses> everything
      Given Frank has analysed 5 properties
      And Slack <refuses> everything about Frank
      When he subscribes to Starter
      Then he is on Starter with 5 of 30 used
      And Slack, once it is well again, has heard of one new signup
      Examples:
        | refuses  |
        | refuses  |
        | puts off |
        | forbids  |

    @edge:slack_down
    Scenario: Slack misses two things
      Given Frank has analysed 5 properties
      And Slack refuses everything about Frank
      And he has subscribed to Starter
      When his plan renews
      Then he is on Starter with 0 of 30 used
      And Slack, once it is well again, has heard of one new signup
      And Slack has heard of one recurring payment

    @own-host @needs:own-host @edge:slack_down
    Scenario: Slack does not answer
      Given Frank has analysed 5 properties
      And Slack leaves everybody waiting
      When he subscribes to Starter
      Then Stripe has been told at once that all was taken
      And he is on Starter with 5 of 30 used
      And Slack, once it is well again, has heard of one new signup

  Rule: What was decided is told even if PropIQ crashes before it could

    @own-host @needs:own-host @edge:crash_before_slack
    Scenario: A crash between the sale and Slack
      Given Frank has signed up
      And Slack is gone
      And he has subscribed to Starter
      When PropIQ crashes and comes back
      Then Slack, once it is well again, has heard of one new signup
