@edge:calculator_worked_examples
Feature: Deals of every kind

  A rule that holds for a house, and a rule that holds in California, have to hold for a house in California, too.

  Rule: The same formulas hold, whatever comes together

    Scenario: Usual costs, in each two of many circumstances
      When Ben calculates a property for $412,345 let at $2,987, in each two of these circumstances together:
        | circumstance  | one           | another    | a third |
        | property type | single family | commercial | land    |
        | state         |               | CA         | TX      |
        | down payment  | 20            | 3.5        | 100     |
        | interest rate | 6.5           | 0          | 11.25   |
        | term          |               | 7.5        |         |
        | HOA           |               | 85.5       |         |
        | vacancy       |               | 12.5       |         |
        | closing costs |               | 9000       |         |
        | rehab costs   |               | 22000      |         |
      Then each deal comes to what the formulas make of it

    Scenario: Known costs, in each two of many circumstances
      When Ben calculates a property for $412,345 let at $2,987, in each two of these circumstances together:
        | circumstance  | one           | another    | a third |
        | property type | single family | commercial | land    |
        | down payment  | 20            | 3.5        | 100     |
        | interest rate | 6.5           | 0          | 11.25   |
        | property tax  |               | 4321.09    |         |
        | insurance     |               | 1234.56    |         |
        | maintenance   |               | 150        |         |
        | HOA           |               | 85.5       |         |
        | vacancy       |               | 12.5       | 0       |
        | closing costs |               | 9000       |         |
        | rehab costs   |               | 22000      |         |
      Then each deal comes to what the formulas make of it
