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

    @edge:payments_unavailable @needs:stripe-mock @needs:paid-plans
    Scenario: The database stalls while Ben moves to another plan
      Given Ben is on Starter with 12 of 30 analyses used
      And the database stops answering for Ben
      When he asks to move to Pro
      Then he is told that it timed out
