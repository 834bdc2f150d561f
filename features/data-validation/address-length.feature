@edge:invalid_property_address_empty
Feature: An address that is none

  An analysis of nothing must cost nothing. Whatever is no address is sent back before the AI is asked and before one of five free analyses is gone.

  Rule: An address has one to 500 characters, none of them a control character

    Scenario Outline: Frank gives <address>
      Given Frank has signed up
      When he analyses a house at <address>
      Then he is refused because the address is not valid
      And the AI was not asked
      And his profile still says 0 of 5
      Examples:
        | address                               |
        | an empty address                      |
        | an address of spaces                  |
        | an address of exotic spaces           |
        | an address that was left out          |
        | an address that is a number           |
        | an address that is a list             |
        | an address with half a character      |
        | an address that ends in half a character |
        | an address with a character's second half |
        | an address with a line break          |
        | an address with a tab                 |
        | an address with a null character      |
        | an address with a delete character    |
        | an address with a C1 control character |
        | an address of 501 characters          |
        | an address of 501 Gothic letters      |

    Scenario Outline: Frank just keeps to the limit with <address>
      Given Frank has signed up
      When he analyses a house at <address>
      Then the analysis keeps the address as it was given
      And his profile says 1 of 5
      Examples:
        | address                                             |
        | an address of one character                         |
        | an address of 500 characters                        |
        | an address of 500 Gothic letters                    |
        | an address of 500 characters between spaces         |
        | an address of 500 accented letters in two parts each |
