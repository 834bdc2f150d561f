@needs:stripe-mock
Feature: A checkout that is paid

  Money and plan go together: whoever has paid has the plan at once with all that was there before, and pays for nothing else.

  Rule: Once paid, the plan is there at once, and what was used stays used

    @edge:successful_checkout
    Scenario Outline: Frank buys <plan>
      Given Frank has analysed 5 properties
      And he has opened a checkout for <plan>
      When he pays with a good card
      Then he is on <plan> with 5 of <limit> used
      And he pays Stripe for <plan> alone
      And his profile tells of no failed payment
      Examples:
        | plan    | limit |
        | Starter | 30    |
        | Pro     | 60    |
        | Elite   | 100   |

    @edge:subscription_shown
    Scenario: What the subscription then says
      Given Frank has signed up
      And he has looked at his subscription
      When he subscribes to Starter
      Then his subscription is to Starter and runs for a month from now

    @edge:subscription_shown
    Scenario: Somebody who never bought
      When Will signs up
      Then he has no subscription

    @edge:successful_checkout
    Scenario: Exports come with the plan
      Given Frank has analysed 3 properties
      And he has subscribed to Starter
      When he exports his newest 3 analyses as "csv"
      Then the file holds 3 analyses

    @edge:successful_checkout
    Scenario: Exports come for whoever was just refused, too
      Given Frank has analysed 3 properties
      When he exports his newest 3 analyses as "csv"
      And he subscribes to Starter
      And he exports his newest 3 analyses as "csv"
      Then the file holds 3 analyses

    @edge:paid_month_is_the_subscriptions @needs:clock
    Scenario: The month that was bought is not the calendar's
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      When he comes back on the 1st of the next month
      Then he is on Starter with 5 of 30 used

  Rule: An upgrade in mid-month raises the limit and keeps the count

    @edge:mid_month_tier_upgrade @needs:paid-plans
    Scenario Outline: From <former> to <plan> with <used> used
      Given Paula is on <former> with <used> of <of> analyses used
      When she subscribes to <plan>
      Then she is on <plan> with <used> of <limit> used
      Examples:
        | former  | used | of | plan  | limit |
        | Starter | 30   | 30 | Pro   | 60    |
        | Pro     | 41   | 60 | Elite | 100   |

  Rule: The plan that was replaced ends at Stripe, and its end takes nothing away

    @edge:former_subscription_ends @needs:paid-plans
    Scenario: Nobody pays for two plans
      Given Paula is on Pro with 60 of 60 analyses used
      When she subscribes to Elite
      Then she pays Stripe for Elite alone

    @edge:former_subscription_ends @needs:paid-plans
    Scenario: The end of Pro, after the move to Elite
      Given Paula is on Pro with 60 of 60 analyses used
      When she subscribes to Elite
      And Stripe has told of the end of her former plan
      Then she is on Elite with 60 of 100 used
      And she pays Stripe for Elite alone
      And Slack has heard of no canceled subscription

    @edge:former_subscription_ends
    Scenario: The second time that a plan is replaced
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      And he has subscribed to Pro
      When he subscribes to Elite
      And Stripe has told of the end of his former plan
      Then he is on Elite with 5 of 100 used
      And he pays Stripe for Elite alone

    @edge:former_subscription_ends @edge:renewal_starts_period @needs:paid-plans
    Scenario: The new plan's next month
      Given Paula is on Pro with 41 of 60 analyses used
      And she has subscribed to Elite
      When her plan renews
      Then she is on Elite with 0 of 100 used

    @edge:former_subscription_ends @needs:paid-plans
    Scenario: Stripe fails just when Pro is to end
      Given Paula is on Pro with 41 of 60 analyses used
      And she has opened a checkout for Elite
      And Stripe fails when it is asked to end Paula's plan
      When she pays with a good card
      Then once Stripe is well again, she pays Stripe for Elite alone
      And she is on Elite with 41 of 100 used

  Rule: Until money has arrived, nobody is upgraded

    @edge:checkout_left_unpaid
    Scenario: The checkout runs out
      Given Will has analysed 5 properties
      And he has opened a checkout for Starter
      When his checkout runs out
      Then he is still on Free with 5 of 5 used
      And Slack has heard nothing of him

    @edge:checkout_left_unpaid
    Scenario: The checkout completes before the money has arrived
      Given Will has analysed 5 properties
      And he has opened a checkout for Starter
      When his checkout completes without a payment
      Then he is still on Free with 5 of 5 used
      And Slack has heard nothing of him

    @edge:checkout_left_unpaid @needs:paid-plans
    Scenario Outline: A customer's next plan <is not paid>
      Given Rita is on Starter with 12 of 30 analyses used
      And she has opened a checkout for Pro
      When <it is not paid>
      Then she is still on Starter with 12 of 30 used
      And she pays Stripe for Starter alone
      Examples:
        | is not paid         | it is not paid                            |
        | is not paid yet     | her checkout completes without a payment  |
        | is not paid at all  | her checkout runs out                     |
