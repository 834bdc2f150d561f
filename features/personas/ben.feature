@persona:ben
Feature: Ben, business development, digs deep into commercial deals

  Ben is an analyst at an investment firm. Three times a week he spends 45 to 90 minutes with five to ten
  commercial or multi-family deals, exports nearly all of them and looks back over a large history. He is on Pro.

  Rule: Large and unusual deals are analysed like any other

    @edge:extremely_large_property_value_15M @edge:high_value_properties_1M_plus @edge:unicode_special_characters_address
    Scenario Outline: A deal of his kind: <description>
      Given Ben is on Pro
      When he analyses <address> as <type> for <price>
      Then the analysis keeps the address, the type and the price
      Examples:
        | description               | address                                       | type           | price       |
        | an office tower           | "9999 Mega Development, Chicago, IL 60602"    | "commercial"   | $15,000,000 |
        | flats with a French name  | "12 Résidence Élysée, New Orleans, LA 70112"  | "multi family" | $2,400,000  |
        | shops under flats         | "200 O'Brien & Sons Plaza #4, Reno, NV 89501" | "mixed use"    | $1,000,000  |

    @edge:commercial_property_calculations
    Scenario: The lender's question
      When Ben calculates a deal:
        | price   | down payment | interest rate | rent  | property type |
        | 2000000 | 35           | 6.75          | 22000 | commercial    |
      Then the debt service coverage is "1.95"
      And the deal meets the lender's minimum

  Rule: A deep dive may last longer than any token

    @edge:long_session_90_minutes @edge:expired_token_refresh @needs:clock
    Scenario: Past ninety minutes
      Given Ben is on Pro with 20 of 60 analyses used
      When he analyses 6 properties, 20 minutes apart, renewing his session every 40 minutes
      Then he has used 26 analyses
      And he has not had to log in again

  Rule: What Ben gathered stays at hand

    @edge:large_export_8_properties
    Scenario: Eight deals in one file
      Given Ben is on Pro with 37 of 60 analyses used
      When he exports his newest 8 analyses as "csv"
      Then the file holds 8 analyses
      And it holds his newest 8

    Scenario: A long look back
      Given Ben is on Pro with 58 analyses in his history
      When he looks through his whole history
      Then he sees all 58, newest first, each with its score

  Rule: Impatience is slowed down, not punished

    @edge:api_rate_limit_20_requests @needs:clock @needs:user-seeding
    Scenario: Twenty-one clicks in a second
      Given Ben is on Pro with 12 of 60 analyses used
      When he makes 21 requests within one second
      Then the first 20 are answered and the rest refused as too many
      And once a second has passed, his profile says 12 of 60
