@needs:stripe-mock @needs:paid-plans
Feature: News from Stripe that is out of date or not for us

  News comes late, about plans that are long gone, about people we do not know. It is taken, so that Stripe does not try for ever, and changes nothing.

  Rule: News of a plan that was replaced changes nothing

    @edge:webhook_of_former_subscription
    Scenario Outline: Of the former plan: <news>
      Given Paula is on Pro with 60 of 60 analyses used
      And she has subscribed to Elite
      When Stripe tells of <news> of Paula's former plan
      Then the news is taken
      And nothing has changed for Paula
      Examples:
        | news              |
        | a renewal         |
        | a failed payment  |
        | a move to Starter |
        | the end           |

    @edge:webhook_of_former_subscription
    Scenario: Of the former plan, an hour late: the purchase
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      And he has subscribed to Pro
      When Stripe tells an hour late of the purchase of Frank's former plan
      Then the news is taken
      And nothing has changed for Frank

  Rule: News that is older than what is known changes nothing

    @edge:webhook_older_than_known
    Scenario Outline: An hour late: <news>
      Given Ben's plan renewed today and he has since used 3 analyses
      When Stripe tells an hour late of <news> of Ben's plan
      Then the news is taken
      And nothing has changed for Ben
      Examples:
        | news              |
        | a failed payment  |
        | a move to Starter |
        | the end           |

    @edge:webhook_older_than_known
    Scenario: A payment from before the failure puts nothing right
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When Stripe tells an hour late of a payment for a change of Ben's plan
      Then the news is taken
      And nothing has changed for Ben

    @edge:webhook_older_than_known
    Scenario Outline: An hour late: <late>, after <known>
      Given Ben is on Pro with 40 of 60 analyses used
      And Stripe has told of <known> of Ben's plan
      When Stripe tells an hour late of <late> of Ben's plan
      Then the news is taken
      And nothing has changed for Ben
      Examples:
        | known            | late              |
        | a failed payment | a move to Starter |
        | a move to Elite  | a failed payment  |

  Rule: News of the same second is not older

    @edge:webhook_older_than_known
    Scenario: A failed payment and a move, within one second
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe tells within one second of a failed payment and of a move to Elite of Ben's plan
      Then the news is taken
      And he is on Elite with 40 of 100 used

    @edge:webhook_older_than_known
    Scenario: A move and the end, within one second
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe tells within one second of a move to Elite and of the end of Ben's plan
      Then the news is taken
      And he is on Free with 40 of 5 used
      And his subscription is canceled

  Rule: News that PropIQ has no use for is taken

    @edge:webhook_of_no_use
    Scenario Outline: <description>
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe tells of <news>
      Then the news is taken
      And nothing has changed for Ben
      Examples:
        | description                   | news                                     |
        | Of a kind that is not known   | a new tax number of Ben's                |
        | Of a customer nobody knows    | a renewal of somebody else than Ben      |
