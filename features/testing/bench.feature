@needs:user-seeding @needs:clock
Feature: The test bench

  Tests place made-up users, move their clocks and clean up behind themselves, beside real customers who must not notice.

  @edge:test_bench_cleans_up
  Rule: Cleaning up after a run removes that run's users and nothing else

    Scenario Outline: Cleaned up by its <what>
      Given the Spring run has 2 users with 3 analyses each
      And the Springtime run has 1 user with 2 analyses each
      When the Spring run is cleaned up by its <what>
      Then 2 users and 6 analyses are said to be gone
      And only the users of the Springtime run can still log in
      Examples:
        | what             |
        | name             |
        | e-mail addresses |

    Scenario Outline: Placed again after a clean-up by its <what>
      Given the Spring run has 1 user with 3 analyses each
      And the clocks of the Spring run stand still in another month
      When the Spring run is cleaned up by its <what>
      And the Spring run begins again with 1 user with 2 analyses each
      Then the Spring run's users have 2 analyses each, and the machine's time
      Examples:
        | what             |
        | name             |
        | e-mail addresses |

  @edge:test_bench_clock
  Rule: A clock only goes forward

    Scenario: Back by a second
      Given Rita's clock stands still at 31 May 12:00:00
      When the test bench sets her clock to 31 May 11:59:59
      Then the clock is not set, since it only goes forward
      And her clock still shows 31 May 12:00:00

  @edge:test_bench_stall @needs:database-stall
  Rule: A stalled database comes back by itself

    Scenario: A short stall
      Given Rita is on Pro with 12 of 60 analyses used
      And the database stops answering for Rita for half a second
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she gets the analysis
      And her profile says 13 of 60

  @edge:test_bench_waits_for_messages @needs:outbox @needs:email-mock
  Rule: The test bench can wait until every message has gone

    Scenario: A welcome, and no second one
      When Frank signs up
      Then he is welcomed by e-mail exactly once
