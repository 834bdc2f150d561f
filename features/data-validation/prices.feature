Feature: Prices

  A slip of the finger must not become an excellent deal, and the dearest deals are those of PropIQ's best customers.

  Rule: A price is over nothing and at most a hundred million dollars

    @edge:negative_purchase_price
    Scenario Outline: Frank enters <description>
      Given Frank has signed up
      When he analyses a house for <price>
      Then he is refused because the price is not valid
      And the AI was not asked
      And his profile still says 0 of 5
      Examples:
        | description              | price                 |
        | a negative price         | -$450,000             |
        | a cent less than nothing | -$0.01                |
        | nothing                  | $0                    |
        | a cent too much          | $100,000,000.01       |
        | a key that got stuck     | a price of 309 digits |
        | words                    | "half a million"      |

    @edge:price_bounds
    Scenario Outline: A price at the edge: <price>
      Given Ben has signed up
      When he analyses a house for <price>
      Then the analysis keeps the address, the type and the price
      Examples:
        | price        |
        | $0.01        |
        | $100,000,000 |

  Rule: An expensive property is analysed like any other

    @edge:high_property_values_800k_plus
    Scenario: A house in Rita's market
      Given Rita has signed up
      When she analyses "2100 Vallejo St, San Francisco, CA 94123" as "single family" for $812,500.50
      Then the analysis keeps the address, the type and the price

    @edge:high_value_properties_1M_plus
    Scenario: A block of flats for a million
      Given Ben has signed up
      When he analyses "48 Hill Rd, Pittsburgh, PA 15219" as "multi family" for $1,000,000
      Then the analysis keeps the address, the type and the price

    @edge:extremely_large_property_value_15M
    Scenario Outline: A development for <price>
      Given Ben has signed up
      When he analyses "9999 Mega Development, Chicago, IL 60602" as "commercial" for <price>
      Then the analysis keeps the address, the type and the price
      Examples:
        | price          |
        | $15,000,000    |
        | $15,750,000.25 |
        | $87,654,321.09 |
