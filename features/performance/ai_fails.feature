@needs:openai-faults @needs:paid-plans @edge:azure_openai_unavailable
Feature: The AI fails

  PropIQ buys its judgement from an AI that is sometimes down and sometimes wrong. The customer pays for neither.

  Rule: When the AI fails, the customer is told to try again later, and nothing else happens

    Scenario Outline: The AI <trouble>
      Given Rita is on Pro with 12 of 60 analyses used
      And the AI <trouble> for Rita
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is refused because the AI is not available
      And she reads nothing of what the AI said
      And her history and count are unchanged
      Examples:
        | trouble                   |
        | is overloaded             |
        | breaks down               |
        | is closed for maintenance |
        | refuses the question      |
        | does not know PropIQ      |
        | has moved away            |
        | is out of its gateway's reach |
        | hangs up                  |
        | stops in the middle       |
        | talks nonsense            |
        | talks around its answer   |
        | answers with a web page   |
        | forgets the score         |
        | gives 101 points          |
        | gives 1 point less than none |

  Rule: Once the AI is well again, so is PropIQ

    Scenario: The next try works
      Given Rita is on Pro with 59 of 60 analyses used
      And the AI breaks down for Rita
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is refused because the AI is not available
      And her next analysis works
      And her profile says 60 of 60

    Scenario Outline: After many failures: the AI <trouble>
      Given Rita is on Pro with 59 of 60 analyses used
      And the AI <trouble> for Rita again and again
      When she tries to have 12 properties analysed
      Then each of her 12 analyses is refused because the AI is not available
      And her next analysis works
      And her profile says 60 of 60
      Examples:
        | trouble           |
        | breaks down       |
        | hangs up          |
        | talks nonsense    |
        | forgets the score |

    @own-host @needs:own-host
    Scenario: Nobody is there at all
      Given Rita is on Pro with 12 of 60 analyses used
      And PropIQ's AI is gone
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is refused because the AI is not available
      And once it recovers, her history and count are unchanged
      And her next analysis works
