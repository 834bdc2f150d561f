@edge:calculator_rounding
Feature: Rounding

  Two people who reckon the same deal must not differ by a cent, so there is one way of rounding: at the end, and half a cent goes away from zero.

  Rule: Nothing is rounded before the end

    # The payment is 1,516.96326 a month. Twelve of those are 18,203.5591, leaving 2,196.44 of 20,400;
    # twelve times the rounded 1,516.96 would be 18,203.52 and leave 2,196.48.
    Scenario: A year of payments
      When Frank calculates the usual house
      Then the monthly payment is "$1,516.96"
      And the annual cash flow is "$2,196.44"

    # A rent of 59.999 a month on 10,000 is 0.59999 %, shown as 0.60 %: no points for the rent. 10 + 20 + 5 + 0 = 35.
    Scenario: A score is given before rounding
      When Frank calculates a bare deal:
        | price | rent   |
        | 10000 | 59.999 |
      Then the 1 % rule is "0.60 %"
      And the deal score is "35"

  Rule: Half a cent, or half a hundredth, goes away from zero

    # Tax: 300,003.75 × 1.2 % = 3,600.045. Cap rate of a bare deal: 12 × 8.375 / 1,200 = 8.375 %, 12 × 8.365 / 1,200 = 8.365 %.
    Scenario: Half a cent of tax
      When Frank calculates a deal:
        | price     | down payment | interest rate | rent |
        | 300003.75 | 20           | 6.5           | 2500 |
      Then the property tax is "$3,600.05"

    Scenario Outline: Half a hundredth of a per cent: a rent of <rent>
      When Frank calculates a bare deal:
        | price | rent   |
        | 1200  | <rent> |
      Then the cap rate is "<cap rate>"
      Examples:
        | rent  | cap rate |
        | 8.375 | 8.38 %   |
        | 8.365 | 8.37 %   |

    # 12,000 rent − 14,000.045 tax = −2,000.045.
    Scenario: Half a cent of loss
      When Frank calculates a bare deal:
        | price  | rent | property tax |
        | 100000 | 1000 | 14000.045    |
      Then the annual cash flow is "-$2,000.05"

  Rule: A half is a half, even where a computer's fractions fall a little short of it

    # In binary fractions 1.005 is a little less, and rounded it becomes 1.00. Of price, rent, loan and tax, with nothing else:
    # 12 × 1.005 / 1,200 = 1.005 %. 1.005 / 100 = 1.005 %. 1,206 / 1,200 = 1.005. Coverage: 12 × 100.5 = 1,206 for a loan of 1,200
    # over a year. Break-even: 12.06 / 1,200 = 1.005 %. Money: 100.5 × 1 % = 1.005, 12.06 / 12 = 1.005, 12 − 10.995 = 1.005.
    Scenario Outline: 1.005 as <figure>
      When Frank calculates a bare deal:
        | price   | rent   | down payment | term   | property tax |
        | <price> | <rent> | <down>       | <term> | <tax>        |
      Then the <figure> is "<shown>"
      Examples:
        | figure                | price | rent  | down | term | tax    | shown  |
        | cap rate              | 1200  | 1.005 |      |      |        | 1.01 % |
        | cash-on-cash return   | 1200  | 1.005 |      |      |        | 1.01 % |
        | 1 % rule              | 100   | 1.005 |      |      |        | 1.01 % |
        | gross rent multiplier | 1206  | 100   |      |      |        | 1.01   |
        | debt service coverage | 2400  | 100.5 | 50   | 1    |        | 1.01   |
        | break-even occupancy  | 1000  | 100   |      |      | 12.06  | 1.01 % |
        | down payment          | 100.5 | 1     | 1    |      |        | $1.01  |
        | loan amount           | 100.5 | 1     | 99   |      |        | $1.01  |
        | monthly payment       | 24.12 | 1     | 50   | 1    |        | $1.01  |
        | net operating income  | 1000  | 1     |      |      | 10.995 | $1.01  |
        | monthly cash flow     | 1000  | 1.005 |      |      |        | $1.01  |
        | annual cash flow      | 1000  | 1     |      |      | 10.995 | $1.01  |
        | property tax          | 1000  | 1     |      |      | 1.005  | $1.01  |

    # 12 − 24.06 = −12.06: −1.005 % of 1,200, −1.005 a month. 12 − 13.005 = −1.005. (1,206 − 2,412) / 1,200 = −1.005.
    Scenario Outline: A loss of 1.005 as <figure>
      When Frank calculates a bare deal:
        | price   | rent   | down payment | term   | property tax |
        | <price> | <rent> | <down>       | <term> | <tax>        |
      Then the <figure> is "<shown>"
      Examples:
        | figure                | price | rent  | down | term | tax    | shown   |
        | cap rate              | 1200  | 1     |      |      | 24.06  | -1.01 % |
        | cash-on-cash return   | 1200  | 1     |      |      | 24.06  | -1.01 % |
        | debt service coverage | 2400  | 100.5 | 50   | 1    | 2412   | -1.01   |
        | net operating income  | 1000  | 1     |      |      | 13.005 | -$1.01  |
        | monthly cash flow     | 1000  | 1     |      |      | 24.06  | -$1.01  |
