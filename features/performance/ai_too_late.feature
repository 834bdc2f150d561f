@needs:openai-faults @needs:paid-plans @edge:azure_openai_unavailable
Feature: The AI answers too late

  Nobody waits for ever: an answer that takes too long counts as none.

  Rule: When the AI takes too long, the customer is told to try again later, and nothing else happens

    Scenario: The AI answers far too late
      Given Rita is on Pro with 12 of 60 analyses used
      And the AI answers far too late for Rita
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is refused because the AI is not available
      And she has waited for as long as PropIQ waits for the AI, and no longer
      And she reads nothing of what the AI said
      And her history and count are unchanged
