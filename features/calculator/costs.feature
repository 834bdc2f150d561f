@edge:calculator_costs
Feature: Costs, assumed and given

  A beginner does not know his costs yet, a professional does. PropIQ assumes usual ones until it is told better, and leaves none out.

  Rule: What is given replaces what is assumed, even when it is nothing

    # Assumed for the usual house: 30,000 × 0.95 − 3,600 tax − 1,500 insurance − 3,000 maintenance = 20,400.
    # Each row changes one of these: 20,400 + 3,600 − 4,200 = 19,800, and so on; HOA of 85 a month costs 1,020 a year.
    Scenario Outline: The usual house with <cost> of <amount>
      When Frank calculates the usual house with a "<cost>" of "<amount>"
      Then the net operating income is "<income>"
      Examples:
        | cost         | amount | income     |
        | property tax | 4200   | $19,800.00 |
        | property tax | 0      | $24,000.00 |
        | insurance    | 1380   | $20,520.00 |
        | insurance    | 0      | $21,900.00 |
        | maintenance  | 150    | $21,600.00 |
        | maintenance  | 0      | $23,400.00 |
        | HOA          | 85     | $19,380.00 |

    # 30,000 × 0.92 − 4,200 − 1,380 − 1,020 − 1,800 = 19,200. Cash flow: 19,200 − 18,203.5591 = 996.44.
    # Break-even: (8,400 + 18,203.5591) / 30,000 = 88.68 %, whatever the vacancy.
    Scenario: Everything given
      When Ben calculates the usual house with:
        | property tax | insurance | HOA | maintenance | vacancy |
        | 4200         | 1380      | 85  | 150         | 8       |
      Then the deal comes to:
        | figure               | value      |
        | net operating income | $19,200.00 |
        | annual cash flow     | $996.44    |
        | cap rate             | 6.40 %     |
        | break-even occupancy | 88.68 %    |

  Rule: An empty house brings no rent

    # 30,000 × (1 − vacancy) − 8,100.
    Scenario Outline: The usual house, empty for <vacancy> % of the year
      When Frank calculates the usual house with a "vacancy" of "<vacancy>"
      Then the net operating income is "<income>"
      Examples:
        | vacancy | income      |
        | 0       | $21,900.00  |
        | 10      | $18,900.00  |
        | 100     | -$8,100.00  |

  Rule: Closing and rehab are cash put in, and cost nothing afterwards

    # 2,196.4409 / (60,000 + 9,000) = 3.18 %; / (60,000 + 15,000) = 2.93 %; / (60,000 + 24,000) = 2.61 %.
    Scenario Outline: The usual house with <description>
      When Frank calculates the usual house with:
        | closing costs | rehab costs |
        | <closing>     | <rehab>     |
      Then the cash-on-cash return is "<return>"
      And the annual cash flow is "$2,196.44"
      Examples:
        | description   | closing | rehab | return |
        | closing costs | 9000    | 0     | 3.18 % |
        | rehab costs   | 0       | 15000 | 2.93 % |
        | both          | 9000    | 15000 | 2.61 % |
