@own-host @needs:own-host
Feature: PropIQ says what is wrong with it

  A false alarm at night costs sleep, a missing one costs customers. PropIQ tells what it cannot work without from what it can miss for a while.

  Rule: Without its database PropIQ is not well

    @edge:health_without_database
    Scenario: The database goes and comes back
      Given the database has gone away for everybody
      When Will asks how PropIQ is
      Then PropIQ is not well for want of the database
      And once the database is back, PropIQ is well

    @edge:health_without_database
    Scenario Outline: The database goes while <part> is away
      Given <part> has gone away for everybody
      And the database has gone away for everybody
      When Will asks how PropIQ is
      Then PropIQ is not well for want of the database and <part>
      And once the database is back, PropIQ works on without <part>
      Examples:
        | part   |
        | Stripe |
        | the AI |

  Rule: Without the AI or Stripe PropIQ works on, degraded

    @edge:health_degraded
    Scenario Outline: <part> is away
      Given <part> has gone away for everybody
      When Will asks how PropIQ is
      Then PropIQ works on without <part>
      Examples:
        | part   |
        | Stripe |
        | the AI |

    @edge:health_degraded
    Scenario: Stripe and the AI are away at once
      Given Stripe has gone away for everybody
      And the AI has gone away for everybody
      When Will asks how PropIQ is
      Then PropIQ works on without Stripe and the AI
