@edge:chat_message_length
Feature: Messages to support

  A question may be as short as a question mark and as long as a letter. Nothing, or a whole book, is not sent to the AI.

  Rule: A message has one to 2,000 characters

    Scenario Outline: Long and short: <count> <letters>
      Given Frank has signed up
      When he asks support in <count> <letters>
      Then support has answered each question, in one conversation
      Examples:
        | count | letters        |
        | 1     | letters        |
        | 2000  | letters        |
        | 2000  | Gothic letters |

    Scenario Outline: One too many: <count> <letters>
      Given Frank has signed up
      When he asks support in <count> <letters>
      Then he is refused because the message is not valid
      And the AI was not asked
      Examples:
        | count | letters        |
        | 2001  | letters        |
        | 2001  | Gothic letters |

    Scenario: Nothing to answer
      Given Frank has signed up
      When he asks support ""
      Then he is refused because the message is not valid
      And the AI was not asked
