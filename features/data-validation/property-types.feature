@edge:property_types
Feature: Kinds of property

  A plot of land is not judged like a block of flats. PropIQ knows eight kinds and does not guess at a ninth.

  Rule: A property is of one of eight kinds, a single-family house unless something else is said

    Scenario Outline: Carol looks at <type>
      Given Carol has signed up
      When she analyses "31 Kinds Ave, Omaha, NE 68102" as "<type>" for $410,000
      Then the analysis keeps the address, the type and the price
      Examples:
        | type          |
        | single family |
        | multi family  |
        | condo         |
        | townhouse     |
        | apartment     |
        | commercial    |
        | mixed use     |
        | land          |

    Scenario: Nothing said
      Given Carol has signed up
      When she analyses "31 Kinds Ave, Omaha, NE 68102"
      Then the analysis keeps the address, the type and the price

    Scenario Outline: No kind of property: <type>
      Given Carol has signed up
      When she analyses "31 Kinds Ave, Omaha, NE 68102" as <type> for $410,000
      Then she is refused because the property type is unknown
      And the AI was not asked
      And her profile still says 0 of 5
      Examples:
        | type             |
        | "castle"         |
        | "multi-family"   |
        | "Condo"          |
        | ""               |
