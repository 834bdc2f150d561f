@needs:stripe-mock
Feature: Opening a checkout

  A checkout is where a customer decides. It must be for the plan that was chosen, at the price that was shown, or not open at all.

  Rule: A checkout is for the plan and the price that were chosen

    @edge:checkout_at_the_shown_price
    Scenario Outline: A checkout for <plan>
      Given Frank has signed up
      When he opens a checkout for <plan>
      Then a checkout for <plan> at <price> is open for him
      And he is still on Free
      Examples:
        | plan    | price   |
        | Starter | $69.00  |
        | Pro     | $99.00  |
        | Elite   | $149.00 |

    @edge:checkout_at_the_shown_price
    Scenario: The price that the price list shows
      Given Frank has signed up
      And he has looked at the prices
      When he opens a checkout for Pro at the price of Pro
      Then a checkout for Pro at $99.00 is open for him

  Rule: A checkout is not opened for a plan that nobody can buy

    @edge:checkout_for_unknown_plan
    Scenario Outline: A checkout for <description>
      Given Frank has signed up
      When he opens a checkout for "<plan>"
      Then he is refused because the plan is unknown
      And no checkout is open for him
      Examples:
        | description              | plan     |
        | a plan that is not there | platinum |
        | what costs nothing       | free     |
        | a plan without a name    |          |

    @edge:checkout_for_unknown_plan
    Scenario: A checkout for nothing that is named
      Given Frank has signed up
      When he opens a checkout for no plan
      Then he is refused because the plan is unknown
      And no checkout is open for him

  Rule: A checkout is not opened at a price that is not the plan's

    @edge:checkout_price_mismatch
    Scenario: Elite at the price of Starter
      Given Frank has signed up
      And he has looked at the prices
      When he opens a checkout for Elite at the price of Starter
      Then he is refused because the price belongs to another plan
      And no checkout is open for him

    @edge:checkout_price_mismatch @edge:order_of_refusals @needs:paid-plans
    Scenario: The plan that Ben has, at the price of Elite
      Given Ben is on Pro with 20 of 60 analyses used
      And he has looked at the prices
      When he opens a checkout for Pro at the price of Elite
      Then he is refused because the price belongs to another plan

    @edge:checkout_price_mismatch
    Scenario: An older web form spells the price its own way
      Given Frank has signed up
      And he has looked at the prices
      When he opens a checkout by an older form, for Elite at the price of Starter
      Then he is refused because the price belongs to another plan

    @edge:checkout_price_mismatch
    Scenario: Starter at a price that nobody has set
      Given Frank has signed up
      When he opens a checkout for Starter at a price that does not exist
      Then he is refused because the price belongs to another plan
      And no checkout is open for him

  Rule: Nobody buys the plan that is already theirs

    @edge:checkout_for_present_plan @needs:paid-plans
    Scenario: Paula buys Pro on Pro
      Given Paula is on Pro with 12 of 60 analyses used
      When she opens a checkout for Pro
      Then she is refused because it is the present plan already
      And no checkout is open for her
