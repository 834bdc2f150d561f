@needs:stripe-mock
Feature: Buying while Stripe is in trouble

  A customer who wants to pay must not be lost: a failure is said plainly, costs nothing, and the next try works as if it were the first.

  Rule: When payments are not available, the customer is told so and can try again

    @edge:payments_unavailable
    Scenario Outline: Stripe <trouble>
      Given Frank has analysed 2 properties
      And Stripe <trouble> when it is asked about Frank
      When he opens a checkout for Starter
      Then he is refused because payments are not available
      And he is still on Free with 2 of 5 used
      And once Stripe is well again, he can open a checkout for Starter
      Examples:
        | trouble         |
        | fails           |
        | is overrun      |
        | hangs up        |

    @edge:payments_unavailable @needs:paid-plans
    Scenario: A change of plan that Stripe cannot make
      Given Ben is on Starter with 12 of 30 analyses used
      And Stripe fails when it is asked about Ben
      When he asks to move to Pro
      Then he is refused because payments are not available
      And he is still on Starter with 12 of 30 used

  Rule: Who has paid gets the plan, even if Stripe cannot be asked just then

    @edge:payments_unavailable @edge:webhook_during_own_failure
    Scenario Outline: The money arrives while Stripe <trouble>
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      And Stripe <trouble> when it is asked about Frank
      When he pays with a good card
      Then once Stripe is well again, he is on Starter with 5 of 30 used
      Examples:
        | trouble    |
        | fails      |
        | is overrun |

  Rule: An order that is given again is still one order

    @edge:retry_makes_no_second_customer
    Scenario Outline: The second try, when Stripe <trouble>
      Given Frank has signed up
      And Stripe <trouble> when it is asked about Frank
      When he opens a checkout for Starter
      Then once Stripe is well again, he can open a checkout for Starter
      And he is one customer at Stripe, whose every order is marked
      Examples:
        | trouble  |
        | fails    |
        | hangs up |

    @edge:retry_makes_no_second_customer
    Scenario: A double click
      Given Frank has signed up
      When he opens a checkout for Starter twice at the same moment
      Then he is one customer at Stripe, whose every order is marked
