@edge:california_property_tax_calculations
Feature: California's property tax

  Proposition 13 caps the tax at 1 % of the price, and local bonds come on top. A deal in California that is reckoned at another state's rate looks better than it is.

  Rule: A house in California pays 1.25 % a year, elsewhere 1.2 %, unless the tax is known

    # 850,000 × 1.25 % = 10,625; 850,000 × 1.2 % = 10,200.
    # Income: 4,800 × 12 × 0.95 − tax − 4,250 insurance − 8,500 maintenance = 41,970 − tax.
    Scenario Outline: A house for $850,000, <description>
      When Rita calculates a deal:
        | price  | down payment | interest rate | rent | state   | property tax |
        | 850000 | 25           | 6.5           | 4800 | <state> | <known>      |
      Then the property tax is "<tax>"
      And the net operating income is "<income>"
      Examples:
        | description                  | state      | known | tax        | income     |
        | in California by its code    | CA         |       | $10,625.00 | $31,345.00 |
        | in California by its name    | California |       | $10,625.00 | $31,345.00 |
        | in Texas                     | TX         |       | $10,200.00 | $31,770.00 |
        | in Colorado                  | CO         |       | $10,200.00 | $31,770.00 |
        | in North Carolina            | North Carolina |   | $10,200.00 | $31,770.00 |
        | nobody says where            |            |       | $10,200.00 | $31,770.00 |
        | in California, the tax known | CA         | 9876  | $9,876.00  | $32,094.00 |
