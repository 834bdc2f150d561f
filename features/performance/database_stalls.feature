@needs:database-stall @edge:database_query_timeout
Feature: The database stalls

  A database under load answers late or not at all. The customer is told so in good time, and pays nothing.

  Rule: A database time-out costs the customer nothing

    Scenario: The database stalls on Rita
      Given Rita has used 12 analyses
      And the database stops answering for Rita
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is told that it timed out
      And once it recovers, her history and count are unchanged
