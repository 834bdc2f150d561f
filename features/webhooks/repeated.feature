@needs:stripe-mock
Feature: News from Stripe that comes more than once

  Stripe promises to tell everything at least once, in no certain order. Each piece of news must count exactly once, or money and allowance drift apart.

  Rule: News takes effect once, however often it comes

    @edge:stripe_webhook_duplicate_event
    Scenario: All of a first payment's news again, later
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      And he has since analysed 2 properties
      When Stripe repeats all that it told of Frank
      Then he is still on Starter with 7 of 30 used
      And Slack has heard of one new signup

    @edge:stripe_webhook_duplicate_event @needs:paid-plans @needs:slack-mock
    Scenario: A failed payment told again
      Given Ben is on Pro with 40 of 60 analyses used
      And his renewal has failed with a card without funds
      When Stripe repeats all that it told of Ben
      Then he is still on Pro with 40 of 60 used
      And Slack has heard of one failed payment and nothing else

    @edge:webhook_duplicates_at_once @needs:paid-plans
    Scenario: A renewal five times at the same instant
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe tells 5 times at the same instant of a renewal of Ben's plan
      Then the news is taken
      And his profile says 0 of 60
      And Slack has heard of one recurring payment

  Rule: News that belongs together may come in any order

    @edge:webhook_out_of_order
    Scenario Outline: The first payment's news <order>
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      When he pays with a good card and Stripe tells of it <order>
      Then he is on Starter with 5 of 30 used
      And his subscription is active
      And Slack has heard of one new signup and nothing else
      Examples:
        | order              |
        | last things first  |
        | all at once        |

    @edge:webhook_out_of_order
    Scenario: A card that failed, and the next that did not
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      When he pays with an expired card, then with a good card, and Stripe tells of it last things first
      Then he is on Starter with 5 of 30 used
      And his subscription is active
      And his profile tells of no failed payment

  Rule: Stripe is never told that it asks too often

    @edge:webhook_not_rate_limited @needs:paid-plans
    Scenario: Thirty pieces of news in a second
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe tells 30 times within a second of a renewal of Ben's plan
      Then the news is taken
      And his profile says 0 of 60
