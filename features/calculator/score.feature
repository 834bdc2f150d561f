@edge:calculator_score_bounds
Feature: The deal score

  Whoever compares deals at a glance goes by the score. A threshold is reached on the dot, not a cent later.
  The deals are bare ones: paid in cash, always let, free of taxes, insurance and maintenance, so that each figure can be seen at a glance.

  Rule: Monthly cash flow brings 40 points from $500, 30 from $300, 20 from $100, 10 from nothing

    # A price of a million, so that no other figure brings points. The rent, less HOA, is the cash flow.
    Scenario Outline: <description> a month
      When Ben calculates a bare deal:
        | price   | rent   | HOA   |
        | 1000000 | <rent> | <HOA> |
      Then the deal score is "<score>"
      Examples:
        | description       | rent   | HOA    | score |
        | $500              | 500    | 0      | 40    |
        | a cent under $500 | 499.99 | 0      | 30    |
        | $300              | 300    | 0      | 30    |
        | a cent under $300 | 299.99 | 0      | 20    |
        | $100              | 100    | 0      | 20    |
        | a cent under $100 | 99.99  | 0      | 10    |
        | nothing           | 100    | 100    | 10    |
        | a cent lost       | 100    | 100.01 | 0     |

  Rule: A cap rate brings 30 points from 10 %, 25 from 8 %, 20 from 6 %, 10 from 4 %

    # Income: 12 × (1,500 − HOA) on 120,000. Rent: 1.25 % of the price, 10 points. Return: on half a million, no points.
    # Cash flow: 1,500 − HOA, 40 points down to $500, then 30.
    Scenario Outline: A cap rate of <description>
      When Ben calculates a bare deal:
        | price  | rent | HOA   | closing costs |
        | 120000 | 1500 | <HOA> | 380000        |
      Then the deal score is "<score>"
      And the deal rating is "<rating>"
      Examples:
        | description     | HOA     | points            | score | rating    |
        | 10 %            | 500     | 40 + 30 + 0 + 10  | 80    | Excellent |
        | just under 10 % | 500.01  | 40 + 25 + 0 + 10  | 75    | Good      |
        | 8 %             | 700     | 40 + 25 + 0 + 10  | 75    | Good      |
        | just under 8 %  | 700.01  | 40 + 20 + 0 + 10  | 70    | Good      |
        | 6 %             | 900     | 40 + 20 + 0 + 10  | 70    | Good      |
        | just under 6 %  | 900.01  | 40 + 10 + 0 + 10  | 60    | Fair      |
        | 4 %             | 1100    | 30 + 10 + 0 + 10  | 50    | Fair      |
        | just under 4 %  | 1100.01 | 30 + 0 + 0 + 10   | 40    | Poor      |

  Rule: A cash-on-cash return brings 20 points from 12 %, 15 from 10 %, 10 from 8 %, 5 from 6 %

    # Cash flow 14,400 a year (40 points) is a cap rate of 12 % (30) on 120,000, rent 1.25 % (10): 80 points before the return.
    # 14,400 / 120,000 = 12 %, / 144,000 = 10 %, / 180,000 = 8 %, / 240,000 = 6 %.
    Scenario Outline: A return of <description>
      When Ben calculates a bare deal:
        | price  | rent | HOA | closing costs |
        | 120000 | 1500 | 300 | <closing>     |
      Then the deal score is "<score>"
      Examples:
        | description     | closing   | score |
        | 12 %            | 0         | 100   |
        | just under 12 % | 0.01      | 95    |
        | 10 %            | 24000     | 95    |
        | just under 10 % | 24000.01  | 90    |
        | 8 %             | 60000     | 90    |
        | just under 8 %  | 60000.01  | 85    |
        | 6 %             | 120000    | 85    |
        | just under 6 %  | 120000.01 | 80    |

  Rule: Rent brings 10 points from 1 % of the price a month, 7 from 0.8 %, 4 from 0.6 %

    # HOA eats up the rent: a cash flow of nothing brings 10 points, income and return none.
    Scenario Outline: Rent of <description>
      When Ben calculates a bare deal:
        | price  | rent   | HOA    |
        | 100000 | <rent> | <rent> |
      Then the deal score is "<score>"
      Examples:
        | description      | rent   | score |
        | 1 %              | 1000   | 20    |
        | just under 1 %   | 999.99 | 17    |
        | 0.8 %            | 800    | 17    |
        | just under 0.8 % | 799.99 | 14    |
        | 0.6 %            | 600    | 14    |
        | just under 0.6 % | 599.99 | 10    |

  Rule: A deal is Excellent from 80, Good from 65, Fair from 50, Poor from 35, else to be avoided

    # 120,000 let for 600: 40 + 20 (6 %) + 5 (6 %) + 0 (0.5 %). 100,000 let for 600, 300,000 closing: 40 + 20 (7.2 %) + 0 + 4 (0.6 %).
    # 10,000 let for 50: 10 + 20 + 5 + 0. 10,000 let for 60, 30,000 closing: 10 + 20 + 0 + 4.
    Scenario Outline: <score> points
      When Ben calculates a bare deal:
        | price   | rent   | closing costs |
        | <price> | <rent> | <closing>     |
      Then the deal score is "<score>"
      And the deal rating is "<rating>"
      Examples:
        | price  | rent | closing | score | rating |
        | 120000 | 600  | 0       | 65    | Good   |
        | 100000 | 600  | 300000  | 64    | Fair   |
        | 10000  | 50   | 0       | 35    | Poor   |
        | 10000  | 60   | 30000   | 34    | Avoid  |
