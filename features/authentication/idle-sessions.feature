Feature: Idle sessions

  Whoever sits down at a customer's open laptop half an hour later must not find the customer's finances.

  Rule: A session idle for 30 minutes is over

    @edge:session_timeout_30_minutes @needs:clock
    Scenario Outline: Will comes back <description>
      Given Will was last active at 19:00:00
      When he reviews his history at <time>
      Then <outcome>
      Examples:
        | description | time     | outcome              |
        | just inside | 19:29:59 | he sees his history  |
        | on the dot  | 19:30:00 | he must log in again |

    @edge:session_timeout_30_minutes @needs:clock
    Scenario: A second look, a second after the first
      Given Will was last active at 19:00:00
      And he has used PropIQ at 19:05:00 and 19:05:01
      When he reviews his history at 19:35:00
      Then he sees his history

    @edge:idle_before_expiry @needs:clock
    Scenario: Left alone for longer than a token lives
      Given Will was last active at 19:00:00
      When he reviews his history at 20:01:00
      Then he must log in again

  Rule: Renewing does not bring back a session that is over

    @edge:refresh_does_not_revive @needs:clock
    Scenario Outline: Will renews <description>
      Given Will was last active at 19:00:00
      When he renews his session at <time>
      Then <outcome>
      Examples:
        | description | time     | outcome                                   |
        | just inside | 19:29:59 | his session is renewed                    |
        | on the dot  | 19:30:00 | he is refused because the session is over |

  Rule: Being let in is use of a session, whatever comes of it; being turned away is not

    @edge:mistakes_count_as_use @needs:clock
    Scenario Outline: Kept alive by <mistake>
      Given Will was last active at 19:00:00
      And at 19:20:00 he was refused <mistake>
      When he reviews his history at 19:45:00
      Then he sees his history
      Examples:
        | mistake                                |
        | a blank address                        |
        | a description that is too long         |
        | more than anybody can read             |
        | an analysis that is not there          |
        | an export on Free                      |
        | the plan that one has                  |
        | the twenty-first request in a second   |

    @edge:mistakes_count_as_use @needs:clock
    Scenario Outline: Kept alive by <deed>
      Given Will was last active at 19:00:00
      And all that he did at 19:20:00 was <deed>
      When he reviews his history at 19:45:00
      Then he sees his history
      Examples:
        | deed                       |
        | a question to support      |
        | a look at the subscription |

    @edge:session_timeout_30_minutes @needs:clock
    Scenario: Kept alive by a page that was open before she renewed
      Given Paula logs in at 19:00:00
      And Paula has renewed her session
      And she has used PropIQ at 19:05:00 and 19:06:00
      And at 19:25:00 she used PropIQ by her former access token
      When she reviews her history at 19:50:00
      Then she sees her history

    @edge:mistakes_count_as_use @needs:clock
    Scenario: Kept alive by a try with nothing left
      Given Will was last active at 19:00:00
      And he has since analysed 5 properties
      And at 19:20:00 he was refused one analysis too many
      When he reviews his history at 19:45:00
      Then he sees his history

    @edge:refused_requests_are_no_use @needs:clock
    Scenario: A token past its hour keeps nothing alive
      Given Will logs in at 19:00:00
      And he has used PropIQ at 19:25:00 and 19:50:00
      And at 20:05:00 he was refused because the access token has expired
      When he renews his session at 20:20:00
      Then he is refused because the session is over

    @edge:refused_requests_are_no_use @needs:clock @needs:token-secret
    Scenario: Nor does somebody else's forgery
      Given Will was last active at 19:00:00
      And at 19:20:00 Mallory showed Will's token, signed with another key, in vain
      When Will reviews his history at 19:30:00
      Then he must log in again
