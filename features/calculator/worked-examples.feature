@edge:calculator_worked_examples
Feature: Deals worked out by hand

  Investors put money down on these figures. Each example was worked out with pencil and formula, and PropIQ must come to the same cent.
  The usual house: $300,000, a fifth down, 6.5 % over 30 years, $2,500 rent; taxes 1.2 %, insurance 0.5 %, maintenance 1 % and vacancy 5 % are assumed.

  Rule: A deal's figures follow from price, loan, rent and costs

    # Loan: 300,000 − 60,000 = 240,000. Rate a month: 0.065 / 12 = 0.00541667; 1.00541667^360 = 6.991798.
    # Payment: 240,000 × 0.00541667 × 6.991798 / 5.991798 = 1,516.9633; a year 18,203.5591.
    # Costs: 3,600 + 1,500 + 3,000 = 8,100. Net operating income: 30,000 × 0.95 − 8,100 = 20,400.
    # Cash flow: 20,400 − 18,203.5591 = 2,196.4409; a month 183.0367. Cap rate: 20,400 / 300,000 = 6.8 %.
    # Return: 2,196.4409 / 60,000 = 3.66 %. Coverage: 20,400 / 18,203.5591 = 1.1207. Multiplier: 300,000 / 30,000 = 10.
    # Break-even: (8,100 + 18,203.5591) / 30,000 = 87.68 %. Score: 20 + 20 + 0 + 7 = 47.
    Scenario: The usual house
      When Frank calculates the usual house
      Then the deal comes to:
        | figure                 | value       |
        | down payment           | $60,000.00  |
        | loan amount            | $240,000.00 |
        | monthly payment        | $1,516.96   |
        | property tax           | $3,600.00   |
        | net operating income   | $20,400.00  |
        | monthly cash flow      | $183.04     |
        | annual cash flow       | $2,196.44   |
        | cap rate               | 6.80 %      |
        | cash-on-cash return    | 3.66 %      |
        | debt service coverage  | 1.12        |
        | gross rent multiplier  | 10.00       |
        | 1 % rule               | 0.83 %      |
        | break-even occupancy   | 87.68 %     |
        | deal score             | 47          |
        | deal rating            | Poor        |

    # 240,000 / 360 = 666.6667 a month, 8,000 a year. Cash flow: 20,400 − 8,000 = 12,400. Coverage: 20,400 / 8,000 = 2.55.
    # Return: 12,400 / 60,000 = 20.67 %. Break-even: 16,100 / 30,000 = 53.67 %. Score: 40 + 20 + 20 + 7 = 87.
    @edge:calculator_loan_without_interest
    Scenario: A loan without interest
      When Frank calculates the usual house with an "interest rate" of "0"
      Then the deal comes to:
        | figure                | value       |
        | monthly payment       | $666.67     |
        | annual cash flow      | $12,400.00  |
        | cash-on-cash return   | 20.67 %     |
        | debt service coverage | 2.55        |
        | break-even occupancy  | 53.67 %     |
        | deal score            | 87          |
        | deal rating           | Excellent   |

    # No loan, no payment: the cash flow is the net operating income, 20,400, or 1,700 a month; 20,400 / 300,000 = 6.8 %.
    # Break-even: 8,100 / 30,000 = 27 %. Score: 40 + 20 + 5 + 7 = 72.
    @edge:calculator_all_cash
    Scenario: Paid in cash
      When Frank calculates the usual house with a "down payment" of "100"
      Then the deal comes to:
        | figure                | value       |
        | loan amount           | $0.00       |
        | monthly payment       | $0.00       |
        | monthly cash flow     | $1,700.00   |
        | cash-on-cash return   | 6.80 %      |
        | debt service coverage | none        |
        | break-even occupancy  | 27.00 %     |
        | deal score            | 72          |
        | deal rating           | Good        |

  Rule: The payment follows from rate and term, at both ends of what is allowed

    # 12 months: 1.00541667^12 = 1.0669719, 1,300 × 1.0669719 / 0.0669719 = 20,711.14.
    # 180 months: 1.00541667^180 = 2.6442008, 1,300 × 2.6442008 / 1.6442008 = 2,090.66.
    # 600 months: 1.00541667^600 = 25.5651366, 1,300 × 25.5651366 / 24.5651366 = 1,352.92.
    # $30 down: 1,516.9633 × 299,970 / 240,000 = 1,896.01.
    # Next to nothing: 240,000 / 360 = 666.67; the interest is less than a tenth of a cent a month.
    # 100 % a year: 1.08333333^360 = 3.27 million million, so 240,000 / 12 = 20,000.00 to the cent.
    Scenario Outline: The usual house, <description>
      When Frank calculates the usual house with a "<input>" of "<value>"
      Then the monthly payment is "<payment>"
      Examples:
        | description                    | input         | value    | payment    |
        | over one year                  | term          | 1        | $20,711.14 |
        | over 15 years                  | term          | 15       | $2,090.66  |
        | over 50 years                  | term          | 50       | $1,352.92  |
        | with next to nothing down      | down payment  | 0.01     | $1,896.01  |
        | at an interest next to nothing | interest rate | 0.000003 | $666.67    |
        | at a hundred %                 | interest rate | 100      | $20,000.00 |
