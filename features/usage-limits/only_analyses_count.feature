Feature: Only analyses that were made count

  Customers pay for analyses. A slip of the finger and a question to support are not analyses.

  Rule: A refused analysis does not count

    @edge:refused_analysis_not_counted
    Scenario Outline: Refused: <description>
      Given Frank has analysed 3 properties
      When he analyses "<address>" as "<type>" for <price>
      Then he is refused because <reason>
      And his profile still says 3 of 5
      Examples:
        | description              | address                     | type        | price     | reason                       |
        | an address without words |                             | condo       | $250,000  | the address is not valid     |
        | a type that is none      | 12 Elm St, Austin, TX 78701 | tree house  | $250,000  | the property type is unknown |
        | a price below nothing    | 12 Elm St, Austin, TX 78701 | condo       | -$250,000 | the price is not valid       |

  Rule: Support never counts, and answers also when no analysis is left

    @edge:support_chat_not_counted
    Scenario: Frank asks at the limit
      Given Frank is on Free with 5 of 5 analyses used
      When he asks support:
        | question                         |
        | What would Starter give me?      |
        | Can I go back to Free afterwards? |
      Then support has answered each question, in one conversation
      And his profile still says 5 of 5
