@edge:comparison_size
Feature: How many properties are compared

  Comparing takes at least two, and more than ten is a list, not a choice.

  Rule: Two to ten properties are compared

    @needs:paid-plans
    Scenario Outline: As few or as many as can be: <count>
      Given Paula is on Pro with 12 of 60 analyses used
      When she compares her newest <count> analyses
      Then the ranking is of <count>, best first
      Examples:
        | count |
        | 2     |
        | 10    |

    @needs:paid-plans
    Scenario Outline: Too few or too many: <count>
      Given Paula is on Pro with 12 of 60 analyses used
      When she compares her newest <count> analyses
      Then she is refused because the comparison is not valid
      Examples:
        | count |
        | 0     |
        | 1     |
        | 11    |

  Rule: Only what was analysed can be compared

    Scenario: One of the two was never analysed
      Given Frank has signed up
      When he analyses "12 Elm St, Austin, TX 78701"
      And he compares:
        | address                          |
        | 12 Elm St, Austin, TX 78701      |
        | 99 Unseen Rd, Austin, TX 78701   |
      Then he is refused because there is no such thing
