@needs:stripe-mock @needs:paid-plans
Feature: Subscriptions that change at Stripe

  Our support works in Stripe's own pages. What is done there must be what the customer finds here.

  Rule: The plan is the one that the subscription pays for

    @edge:subscription_changed_elsewhere
    Scenario Outline: Support moves Ben to <plan>
      Given Ben is on Pro with 20 of 60 analyses used
      When his subscription is moved to <plan> at Stripe
      Then he is on <plan> with 20 of <limit> used
      And his subscription is active
      Examples:
        | plan    | limit |
        | Elite   | 100   |
        | Starter | 30    |

    @edge:subscription_changed_elsewhere
    Scenario: What was bought once is not what is paid for now
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      When his subscription is moved to Pro at Stripe
      Then he is on Pro with 5 of 60 used

    @edge:subscription_changed_elsewhere
    Scenario: What the smaller plan does not give is refused from the next analysis on
      Given Ben is on Pro with 40 of 60 analyses used
      When he analyses another property
      And his subscription is moved to Starter at Stripe
      And he analyses another property
      Then he is refused with "Usage limit reached"
      And his profile still says 41 of 30

  Rule: A subscription that is to end with its month is shown so, and keeps its plan until then

    @edge:subscription_to_end
    Scenario: Support sets Ben's subscription to end with its month
      Given Ben is on Pro with 20 of 60 analyses used
      And he has looked at his subscription
      When his subscription is set to end with its month at Stripe
      Then he is shown that his subscription ends with its month
      And he is still on Pro with 20 of 60 used
      And his subscription is active

    @edge:subscription_to_end
    Scenario: Ben stays after all
      Given Ben is on Pro with 20 of 60 analyses used
      And his subscription has been set to end with its month at Stripe
      When his subscription is set to go on at Stripe
      Then he is shown that his subscription goes on
      And he is still on Pro with 20 of 60 used

    @edge:subscription_to_end
    Scenario: Until then there are exports
      Given Ben is on Pro with 12 of 60 analyses used
      And his subscription has been set to end with its month at Stripe
      When he exports his newest 5 analyses as "csv"
      Then the file holds 5 analyses

    @edge:subscription_to_end
    Scenario: Ben buys Elite instead of leaving
      Given Ben is on Pro with 20 of 60 analyses used
      And his subscription has been set to end with its month at Stripe
      When he subscribes to Elite
      Then he is on Elite with 20 of 100 used
      And he is shown that his subscription goes on

  Rule: When the subscription ends, the customer is on Free and nothing is lost

    @edge:subscription_canceled_to_free
    Scenario: Ben's subscription ends
      Given Ben is on Pro with 37 analyses in his history
      When his subscription ends at Stripe
      Then he is on Free with 37 of 5 used
      And his subscription is canceled
      And his history shows 10 analyses

    @edge:subscription_canceled_to_free
    Scenario: What was used before stays used
      Given Ben is on Pro with 37 of 60 analyses used
      And his subscription has ended at Stripe
      When he analyses another property
      Then he is refused with "Free tier limit reached. Upgrade to continue."

    @edge:subscription_canceled_to_free @needs:clock
    Scenario: From then on months are the calendar's
      Given Ben is on Pro with 37 of 60 analyses used
      And his subscription has ended at Stripe
      When he comes back on the 1st of the next month
      Then his profile says 0 of 5
      And his allowance starts anew on the first of the coming month

    @edge:subscription_canceled_to_free
    Scenario: Exports end with the plan
      Given Ben is on Pro with 12 of 60 analyses used
      And his subscription has ended at Stripe
      When he exports his newest 5 analyses as "csv"
      Then he is refused with "Export feature requires paid subscription"

    @edge:subscription_canceled_to_free
    Scenario: Exports end for whoever has just exported, too
      Given Ben is on Pro with 12 of 60 analyses used
      When he exports his newest 5 analyses as "csv"
      And his subscription ends at Stripe
      And he exports his newest 5 analyses as "csv"
      Then he is refused with "Export feature requires paid subscription"

    @edge:subscription_canceled_to_free
    Scenario: The history is hidden from whoever has just read it, too
      Given Ben is on Pro with 37 analyses in his history
      When he looks through his whole history
      And his subscription ends at Stripe
      Then his history shows 10 analyses

  Rule: What a downgrade hides comes back with a paid plan

    @edge:history_back_after_downgrade
    Scenario: Back on Starter
      Given Ben is on Pro with 37 analyses in his history
      And his subscription has ended at Stripe
      When he subscribes to Starter
      Then he is on Starter with 37 of 30 used
      And his history shows 37 analyses
      And his subscription is active

    @edge:history_back_after_downgrade
    Scenario: Back on Starter, all of it can be exported
      Given Ben is on Pro with 37 analyses in his history
      And his subscription has ended at Stripe
      And he has subscribed to Starter
      When he exports his newest 37 analyses as "csv"
      Then the file holds 37 analyses

    @edge:history_back_after_downgrade
    Scenario: Back on Starter after a look at what Free shows
      Given Ben is on Pro with 37 analyses in his history
      And his subscription has ended at Stripe
      When he reviews his history
      And he subscribes to Starter
      Then his history shows 37 analyses

    @edge:history_back_after_downgrade
    Scenario: The plan that has ended can be bought again
      Given Ben is on Pro with 37 of 60 analyses used
      And his subscription has ended at Stripe
      When he opens a checkout for Pro
      Then a checkout for Pro at $99.00 is open for him

    @edge:history_back_after_downgrade
    Scenario: Back on Pro, and at work
      Given Ben is on Pro with 37 of 60 analyses used
      And his subscription has ended at Stripe
      And he has subscribed to Pro
      When he analyses another property
      Then his profile says 38 of 60
      And his history shows 38 analyses

    @edge:history_back_after_downgrade
    Scenario: And is hidden again with the next end
      Given Ben is on Pro with 37 analyses in his history
      And his subscription has ended at Stripe
      And he has subscribed to Starter
      When his subscription ends at Stripe
      Then he is on Free with 37 of 5 used
      And his history shows 10 analyses
      And he pays Stripe for nothing
      And Slack has heard of 2 canceled subscriptions

  Rule: An ended subscription stays ended

    @edge:canceled_is_final
    Scenario Outline: Later news: <news>
      Given Ben is on Pro with 37 of 60 analyses used
      And his subscription has ended at Stripe
      When Stripe tells of <news> of Ben's plan
      Then the news is taken
      And nothing has changed for Ben
      And Slack has heard of one canceled subscription and nothing else
      Examples:
        | news                |
        | a renewal           |
        | a move to Elite     |
        | a failed payment    |
        | the end             |

    @edge:canceled_is_final
    Scenario: Its purchase is told of once more
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      And his subscription has ended at Stripe
      When Stripe tells of the purchase of Frank's plan
      Then the news is taken
      And nothing has changed for Frank
      And Slack has heard of one new signup
