@edge:openai_token_limit_exceeded
Feature: Descriptions longer than the AI can read

  Paula pastes a whole survey. What the AI cannot read as a whole is sent back, rather than judged by half and paid for in full.

  Rule: The AI reads descriptions of up to 10,000 characters, whole

    Scenario Outline: As long as can be: 10,000 <letters>
      Given Paula has signed up
      When she analyses a house described in 10000 <letters>
      Then the AI was given the whole description
      And her profile says 1 of 5
      Examples:
        | letters        |
        | letters        |
        | Gothic letters |

    Scenario Outline: One character too many: 10,001 <letters>
      Given Paula has signed up
      When she analyses a house described in 10001 <letters>
      Then she is refused because the text is too long for the AI
      And the AI was not asked
      And her profile still says 0 of 5
      Examples:
        | letters        |
        | letters        |
        | Gothic letters |

  Rule: A request of more than 1 MiB is not read at all

    @edge:request_over_1_mebibyte
    Scenario Outline: Just a little too large, in <manner>
      Given Paula has signed up
      When she sends a request of 1 MiB and 1 bytes in <manner>
      Then she is refused because the text is too long for the AI
      And her profile still says 0 of 5
      Examples:
        | manner    |
        | one piece |
        | pieces    |

    @edge:request_over_1_mebibyte
    Scenario: Just small enough
      Given Paula has signed up
      When she sends a request of 1 MiB and 0 bytes in one piece
      Then her profile says 1 of 5
