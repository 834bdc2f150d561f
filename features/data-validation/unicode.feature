@edge:unicode_special_characters_address
Feature: Addresses in any script

  The client reads the address in the report before anything else. It comes back as it was typed, on screen and in the file.

  Rule: An address is kept character by character, and never escaped

    @needs:paid-plans
    Scenario Outline: Ben exports <description>
      Given Ben is on Pro
      When he analyses <address>
      And he exports his newest 1 analyses as "<format>"
      Then the analysis keeps the address as it was given
      And the AI was told <address>
      And it names <address>
      Examples:
        | description           | address                                              | format |
        | French accents        | "12 Résidence Élysée, New Orleans, LA 70112"         | csv    |
        | an apostrophe, an ampersand | "200 O'Brien & Sons Plaza #4, Reno, NV 89501"  | csv    |
        | angle brackets        | "5 <b>Bold</b> Way, Tampa, FL 33602"                 | json   |
        | what looks escaped    | "5 Smith &amp; Sons %20 Way, Tampa, FL 33602"        | json   |
        | quotation marks       | '4 "The Gables" Ln, Denver, CO 80202'                | csv    |
        | a backslash           | "4 North/South \\\\ Ln, Denver, CO 80202"              | json   |
        | Japanese              | "東京都千代田区千代田1-1"                                | csv    |
        | Arabic                | "١٥ شارع التحرير، القاهرة"                            | json   |
        | an emoji of a family  | "9 👩‍👩‍👧‍👦 Ct, Boise, ID 83702"                            | json   |

    Scenario: What programs like to tidy up
      Given Paula has signed up
      When she analyses a house at an address that programs like to tidy up
      Then the analysis keeps the address as it was given

  Rule: An accent is one character however it was typed, and outer spaces do not count

    Scenario Outline: Paula types <description>
      Given Paula has signed up
      When she analyses <address>, typed with separate accents
      Then the analysis keeps the address as <address>
      Examples:
        | description    | address                                        |
        | French accents | "8 Café Résidence, New Orleans, LA 70112"      |
        | Vietnamese     | "12 Đường Nguyễn Huệ, Thành phố Hồ Chí Minh"   |
        | Korean         | "서울특별시 종로구 세종대로 175"                     |

    Scenario: Paula pastes an address with spaces around it
      Given Paula has signed up
      When she analyses "   12 Elm St,  Austin, TX 78701  "
      Then the analysis keeps the address as "12 Elm St,  Austin, TX 78701"
      And the analysis has full coverage
