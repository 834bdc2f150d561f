@edge:invalid_property_address_typo
Feature: A mistyped US address

  One wrong digit moves a house across the country, and Frank would judge it by another town's numbers. What is plainly mistyped is sent back with the part that is wrong.

  Rule: A US address with an impossible ZIP code or an unknown state is sent back, naming the mistake

    Scenario Outline: Frank mistypes <description>
      Given Frank has signed up
      When he analyses <address>
      Then he is refused because the address is not valid
      And he reads about <mistake>
      And his profile still says 0 of 5
      Examples:
        | description               | address                                    | mistake     |
        | a ZIP code, 3 digits      | "12 Elm St, Austin, TX 787"                | "787"       |
        | a ZIP code, 4 digits      | "12 Elm St, Austin, TX 7870"               | "7870"      |
        | a ZIP code, 6 digits      | "12 Elm St, Austin, TX 787011"             | "787011"    |
        | a ZIP+4 without its hyphen | "12 Elm St, Austin, TX 787011234"         | "787011234" |
        | a territory's ZIP code    | "5 Calle Sol, San Juan, PR 901"            | "901"       |
        | a military ZIP code       | "Unit 2050 Box 4190, APO, AP 962780"       | "962780"    |
        | a state's code            | "12 Elm St, Austin, TZ 78701"              | "TZ"        |
        | another state's code      | "77 Harbor Rd, Boston, XX 02110"           | "XX"        |
        | what is left of an address | ", TX 787"                                | "787"       |

  Rule: What only looks odd is no typo

    Scenario Outline: A place elsewhere that ends like a US address: <description>
      Given Ben has signed up
      When he analyses <address>
      Then the analysis has limited coverage
      And the analysis keeps the address as it was given
      Examples:
        | description                  | address                                |
        | Nicosia, four digits         | "12 Ledra St, Nicosia, CY 1065"        |
        | Wellington, four digits      | "5 Cuba St, Wellington, NZ 6011"       |
        | Singapore, six digits        | "1 Raffles Place, Singapore, SG 048616" |
        | Paris, with one letter       | "5 Rue de Rivoli, Paris, F 75001"      |
        | Berlin, with three letters   | "5 Hauptstr, Berlin, DEU 10115"        |
        | a US ZIP code, but no comma  | "12 Elm St Austin TX 787"              |
        | a state without a ZIP code   | "Lot 4 off Highway 12, Marfa, TX"      |
        | a state's full name          | "12 Elm St, Austin, Texas 78701"       |
        | more after the ZIP code      | "12 Elm St, Austin, TX 78701, USA"     |
        | a ZIP code alone             | "12 Elm St, 78701"                     |
        | two digits after a state     | "Ranch Road, Marfa, TX 17"             |
        | five digits, not all in one  | "Ranch Road, Marfa, TX 798-43"         |
