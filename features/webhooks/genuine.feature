@needs:stripe-mock @needs:paid-plans
Feature: News that only pretends to come from Stripe

  Whoever could speak in Stripe's name could give away plans or take them. Only what is signed with our secret, lately and unchanged, is believed.

  Rule: News that is not signed as Stripe signs is turned away and changes nothing

    @edge:webhook_forged
    Scenario Outline: A renewal, <signing>
      Given Ben is on Pro with 40 of 60 analyses used
      When news of a renewal of Ben's plan arrives <signing>
      Then the news is turned away because the signature is not valid
      And nothing has changed for Ben
      And Slack has heard nothing of him
      Examples:
        | signing                       |
        | unsigned                      |
        | signed with another secret    |
        | changed after it was signed   |
        | with a garbled signature      |
        | with a signature for trials   |
        | signed 301 seconds ago        |
        | signed 303 seconds ahead      |

    @edge:webhook_forged
    Scenario: Mallory says that she has paid
      Given Mallory has signed up
      When she tells in Stripe's name that Elite is paid for
      Then she is refused because the signature is not valid
      And she is still on Free

  Rule: News that is signed within five minutes of now is believed

    @edge:webhook_genuine
    Scenario Outline: Genuine news, <signing>
      Given Ben is on Pro with 40 of 60 analyses used
      When news of a renewal of Ben's plan arrives <signing>
      Then the news is taken
      And his profile says 0 of 60
      Examples:
        | signing                                |
        | signed 298 seconds ago                 |
        | signed 299 seconds ahead               |
        | with the right signature after another |

  Rule: What is no news at all is turned away, even if it is signed

    @edge:webhook_not_an_event
    Scenario Outline: <description>
      Given Ben is on Pro with 40 of 60 analyses used
      When Stripe sends "<text>" about Ben
      Then the news is turned away because the event is not valid
      And nothing has changed for Ben
      Examples:
        | description    | text          |
        | Plain words    | Hello, PropIQ |
        | A bare number  | 42            |
        | An empty list  | []            |
        | An empty thing | {}            |
