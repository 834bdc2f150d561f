@shop
Feature: Basket of fruit
  What is put into a basket is counted.

  Background:
    Given an empty basket

  @smoke
  Scenario: Fruit is counted
    When 2 apples are put in
    And 3 pears are put in
    Then the basket holds 5 pieces

  Scenario Outline: Every kind counts
    When <count> <fruit> are put in
    Then the basket holds <count> pieces

    Examples:
      | fruit   | count |
      | apples  | 1     |
      | pears   | 22    |

    @more
    Examples: more
      | fruit   | count |
      | plums   | 3     |

  Rule: A basket can be emptied

    @empty
    Scenario: Emptying
      When 2 apples are put in
      But the basket is emptied
      Then the basket holds 0 pieces
