@needs:database-stall @needs:paid-plans @edge:database_query_timeout
Feature: The database stalls while the AI is at work

  The answer is there and paid for, but nobody can write it down. The customer must not pay for that.

  @needs:openai-faults
  Rule: What the AI has answered but nobody could store is not counted

    Scenario: The database stalls while the AI is at work
      Given Rita is on Pro with 59 of 60 analyses used
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      And the database stops answering for Rita
      When the AI answers
      Then she is told that it timed out
      And once it recovers, her history and count are unchanged
      And her next analysis works
