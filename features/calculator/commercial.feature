@edge:commercial_property_calculations
Feature: The lender's question

  A commercial lender asks first whether the property earns its loan one and a quarter times over. Ben must know the answer before he knocks.

  Rule: A commercial deal meets the lender's minimum from a coverage of 1.25 on, before any rounding

    # A warehouse whose tenant pays all costs: half of $2,400,000 lent for ten years without interest is 120,000 a year.
    # 12,500 × 12 / 120,000 = 1.25 exactly; 12,499.99 × 12 / 120,000 = 1.249999; 12,450 × 12 / 120,000 = 1.245, shown as 1.25.
    Scenario Outline: A warehouse let for <description>
      When Ben calculates a deal:
        | price   | down payment | interest rate | term | rent   | property type | property tax | insurance | maintenance | vacancy |
        | 2400000 | 50           | 0             | 10   | <rent> | commercial    | 0            | 0         | 0           | 0       |
      Then the debt service coverage is "<coverage>"
      And the deal <verdict> the lender's minimum
      Examples:
        | description      | rent     | coverage | verdict |
        | exactly enough   | 12500    | 1.25     | meets   |
        | a cent too little | 12499.99 | 1.25    | misses  |
        | what looks enough | 12450   | 1.25     | misses  |
        | clearly too little | 12000  | 1.20     | misses  |

    Scenario: A warehouse paid in cash
      When Ben calculates a deal:
        | price   | down payment | interest rate | rent | property type |
        | 2400000 | 100          | 7             | 9000 | commercial    |
      Then the debt service coverage is "none"
      And the deal meets the lender's minimum

  Rule: Only commercial lenders ask

    Scenario: A house
      When Frank calculates the usual house
      Then nothing is said of a lender's minimum
      And the debt service coverage is "1.12"

    # Loan 1,300,000 at 6.75 %: 1.005625^360 = 7.5332455; payment 7,312.50 × 7.5332455 / 6.5332455 = 8,431.78.
    # Income: 264,000 × 0.95 − 24,000 − 10,000 − 20,000 = 196,800; coverage 196,800 / 101,181.30 = 1.945.
    # Cash flow 95,618.70; return 95,618.70 / 700,000 = 13.66 %. Score: 40 + 25 + 20 + 10 = 95.
    # Multiplier: 2,000,000 / 264,000 = 7.58. Rent: 22,000 / 2,000,000 = 1.1 %. Break-even: (54,000 + 101,181.30) / 264,000 = 58.78 %.
    Scenario: An office building of two millions
      When Ben calculates a deal:
        | price   | down payment | interest rate | rent  | property type |
        | 2000000 | 35           | 6.75          | 22000 | commercial    |
      Then the deal comes to:
        | figure                | value       |
        | monthly payment       | $8,431.78   |
        | net operating income  | $196,800.00 |
        | annual cash flow      | $95,618.70  |
        | cap rate              | 9.84 %      |
        | cash-on-cash return   | 13.66 %     |
        | debt service coverage | 1.95        |
        | gross rent multiplier | 7.58        |
        | 1 % rule              | 1.10 %      |
        | break-even occupancy  | 58.78 %     |
        | deal score            | 95          |
