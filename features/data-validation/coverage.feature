@edge:coverage_says_how_much_is_known
Feature: How much PropIQ knows about a place

  A score for a house abroad rests on less than one at home. Coverage says so, so that nobody takes the one for the other.

  Rule: A US address with its state and ZIP code has full coverage

    Scenario Outline: At home: <description>
      Given Ben has signed up
      When he analyses <address>
      Then the analysis has full coverage
      And the analysis keeps the address as it was given
      Examples:
        | description        | address                                      |
        | five digits        | "12 Elm St, Austin, TX 78701"                |
        | ZIP+4              | "12 Elm St, Austin, TX 78701-2309"           |
        | a leading zero     | "77 Harbor Rd, Boston, MA 02110"             |
        | zeros in the +4    | "12 Elm St, Austin, TX 78701-0042"           |
        | zeros all over     | "1 Main St, Holtsville, NY 00501-0001"       |
        | a unit             | "500 Fifth Ave, #12-B, New York, NY 10110"   |
        | accents            | "3 Cañón Rd, Peñasco, NM 87553"              |
        | one comma only     | "12 Elm St Austin, TX 78701"                 |
        | the ending alone   | ", TX 78701"                                 |

    @needs:paid-plans
    Scenario: Every state, the District, the territories and the armed forces
      Given Paula is on Elite
      When she analyses a house in each of these states: "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AS GU MP PR VI AA AE AP"
      Then each of these has full coverage

  Rule: A place abroad is analysed with limited coverage

    @edge:international_address
    Scenario Outline: Abroad: <description>
      Given Ben has signed up
      When he analyses <address>
      Then the analysis has limited coverage
      And the analysis keeps the address as it was given
      And his profile says 1 of 5
      Examples:
        | description | address                                         |
        | Canada      | "1 Résidence du Café, Montréal, QC H2Y 1C6"     |
        | England     | "221B Baker Street, London NW1 6XE"             |
        | Germany     | "Große Straße 5, 10115 Berlin"                  |
        | Japan       | "〒100-0001 東京都千代田区千代田1-1"                |
        | Egypt       | "١٥ شارع التحرير، القاهرة"                       |
        | Australia   | "1 Macquarie St, Sydney NSW 2000"               |
