@edge:calculator_invalid_numbers
Feature: Numbers that make no deal

  A slip in a field must be shown where it was made, and no slip may crash the calculator or bring out nonsense.

  Rule: A number outside its bounds is sent back by name

    Scenario Outline: <input> of <value>
      When Frank calculates the usual house with a "<input>" of "<value>"
      Then he is told that the "<input>" is wrong, and nothing else
      Examples:
        | input         | value  |
        | price         | -1     |
        | down payment  | -20    |
        | down payment  | 100.01 |
        | interest rate | -0.01  |
        | interest rate | 100.01 |
        | rent          | -2500  |
        | term          | 0      |
        | term          | -30    |
        | term          | 51     |
        | vacancy       | -1     |
        | vacancy       | 100.01 |
        | property tax  | -0.01  |
        | insurance     | -0.01  |
        | HOA           | -0.01  |
        | maintenance   | -0.01  |
        | closing costs | -0.01  |
        | rehab costs   | -0.01  |

    Scenario: Two slips at once
      When Frank calculates the usual house with:
        | interest rate | vacancy |
        | 101           | 101     |
      Then he is told that the "interest rate" and the "vacancy" are wrong, and nothing else

  Rule: What nothing can be divided by is sent back, so that no result is infinite

    @edge:calculator_division_by_zero
    Scenario Outline: Nothing as <input>
      When Frank calculates the usual house with a "<input>" of "0"
      Then he is told that the "<input>" is wrong, and nothing else
      Examples:
        | input        |
        | price        |
        | rent         |
        | down payment |

  Rule: A deal needs price, down payment, interest rate and rent, and all as numbers

    Scenario Outline: <value> as <input>
      When Frank calculates the usual house with "<value>" as "<input>"
      Then he is told that the "<input>" is wrong, and nothing else
      Examples:
        | input         | value                      |
        | price         | nothing                    |
        | down payment  | nothing                    |
        | interest rate | nothing                    |
        | rent          | nothing                    |
        | price         | words                      |
        | rent          | a list                     |
        | price         | a number in quotes         |
        | price         | more than there are numbers |
        | vacancy       | words                      |
