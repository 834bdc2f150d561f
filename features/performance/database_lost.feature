@needs:own-host @needs:paid-plans @own-host
Feature: The database is lost

  Databases move, restart and drop out. PropIQ says so, keeps nothing by halves, and is well again by itself.

  @edge:database_unavailable
  Rule: Without its database PropIQ refuses, and nothing is counted

    Scenario: The database is gone
      Given Rita is on Pro with 12 of 60 analyses used
      And PropIQ's database is gone
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is refused because the database is not available
      And once it recovers, her history and count are unchanged
      And her next analysis works

    Scenario: The database is gone when she looks back
      Given Rita is on Pro with 12 of 60 analyses used
      And PropIQ's database is gone
      When she reviews her history
      Then she is refused because the database is not available
      And once it recovers, her history and count are unchanged

    @edge:database_query_timeout
    Scenario: The database hangs
      Given Rita is on Pro with 12 of 60 analyses used
      And PropIQ's database hangs
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is told that it timed out
      And once it recovers, her history and count are unchanged

  @edge:database_unavailable @needs:openai-faults
  Rule: A database that is lost while the AI is at work leaves nothing by halves

    Scenario: Lost in the middle
      Given Rita is on Pro with 59 of 60 analyses used
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      And PropIQ's database is gone
      When the AI answers
      Then she is refused because the database is not available
      And once it recovers, her history and count are unchanged
      And her next analysis works
