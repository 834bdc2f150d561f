Feature: Access tokens

  Whoever holds an access token is taken for the customer. So it lives for an hour only, and nobody but PropIQ
  can make one.

  Rule: An access token is good for 60 minutes, even in the busiest session

    @edge:jwt_expires_after_60_minutes @needs:clock
    Scenario Outline: Paula's hour, <description>
      Given Paula logs in at 14:00:00
      And she has used PropIQ at 14:25:00 and 14:50:00
      When she reviews her history at <time>
      Then <outcome>
      Examples:
        | description | time     | outcome                    |
        | just inside | 14:59:59 | she sees her history       |
        | on the dot  | 15:00:00 | she must renew her session |

    @edge:jwt_expires_after_60_minutes @needs:clock
    Scenario: An hour over midnight
      Given Paula logs in at 23:30:00
      And she has used PropIQ at 23:40:00 and 23:55:00
      When she reviews her history at 00:20:00
      Then she sees her history

  Rule: A token that PropIQ did not issue, or not so, opens nothing

    @edge:forged_tokens @needs:token-secret
    Scenario Outline: A token <flaw>
      Given Paula has signed up
      And Mallory has signed up
      When Mallory shows Paula's token, <flaw>
      Then Mallory is refused because nobody can tell who is asking
      Examples:
        | flaw                                    |
        | signed with another key                 |
        | not signed at all                       |
        | not signed at all, and saying so in capitals |
        | without its signature                   |
        | from another issuer                     |
        | for another audience                    |
        | of another person's session             |
        | of another person's session and address |
        | cut short                               |
        | not a token                             |
        | signed with another key, and out of date |
        | not signed at all, and out of date      |
        | from another issuer, and out of date    |
        | for another audience, and out of date   |

    @edge:forged_tokens
    Scenario: A forger is not told that the session is over
      Given Paula has signed up
      When she logs out on her laptop
      And Mallory shows Paula's token, signed with another key
      Then Mallory is refused because nobody can tell who is asking

    @edge:incomplete_tokens @needs:token-secret
    Scenario Outline: A token <flaw>, although well signed
      Given Paula has signed up
      When Mallory shows Paula's token, <flaw>
      Then Mallory is refused because nobody can tell who is asking
      Examples:
        | flaw                      |
        | without an expiry         |
        | without a time of issue   |
        | without an owner          |
        | without an e-mail address |
        | without a session         |
        | without an issuer         |
        | without an audience       |

    @edge:tokens_shown_amiss
    Scenario Outline: A genuine token, <manner>
      Given Paula has signed up
      When she shows her own token <manner>
      Then she is refused because nobody can tell who is asking
      Examples:
        | manner                         |
        | without saying that it is one  |
        | as if it were a password       |

  Rule: Only what is public is open to somebody who is not logged in

    @edge:everything_needs_a_login
    Scenario: Mallory tries every door
      When Mallory tries everything that is a customer's own
      Then she is refused each time because nobody can tell who is asking

    @edge:every_door_is_locked
    Scenario: Nor does a forged token open any of them
      Given Paula has signed up
      When Mallory tries everything that is a customer's own by Paula's token, signed with another key
      Then Mallory is refused each time because nobody can tell who is asking

    @edge:every_door_is_locked @needs:clock
    Scenario: Nor one that has expired
      Given Paula logs in at 14:00:00
      And she has used PropIQ at 14:25:00 and 14:50:00
      When she tries everything that is a customer's own at 15:00:00
      Then she is refused each time because the access token has expired

    @edge:every_door_is_locked @needs:clock
    Scenario: Nor one whose session is over
      Given Will was last active at 19:00:00
      When he tries everything that is a customer's own at 19:30:00
      Then he is refused each time because the session is over

    @edge:public_pages_need_no_login
    Scenario: Will looks around
      When Will looks around without an account
      Then he is shown prices, calculator, front page and health

  Rule: Where no login is needed, no token that is sent along does any harm

    @edge:token_where_none_is_needed
    Scenario Outline: Paula looks around, sending along a token <flaw>
      Given Paula has signed up
      And her browser sends her token along wherever it goes, <flaw>
      When she looks around where no account is needed
      Then she is shown prices, calculator, front page and health
      Examples:
        | flaw                    |
        | signed with another key |

      @needs:token-secret
      Examples:
        | flaw                    |
        | of an hour that is over |

    @edge:token_where_none_is_needed
    Scenario Outline: Paula <deed>, sending along a token <flaw>
      Given Paula has signed up
      And her browser sends her token along wherever it goes, <flaw>
      When she <deed>
      Then she is logged in
      Examples:
        | deed               | flaw                    |
        | logs in once more  | signed with another key |
        | renews her session | signed with another key |

      @needs:token-secret
      Examples:
        | deed               | flaw                    |
        | logs in once more  | of an hour that is over |
        | renews her session | of an hour that is over |

    @edge:token_where_none_is_needed
    Scenario: Paula comes back, her browser sending along what is left of the last time
      Given Paula has signed up
      And her browser sends her token along wherever it goes
      When she logs out on her laptop
      And she logs in once more
      Then she is logged in

    @edge:token_where_none_is_needed
    Scenario: Frank signs up in a browser that sends Paula's token along
      Given Paula has signed up
      And Frank's browser sends Paula's token along wherever it goes, signed with another key
      When Frank signs up
      Then he is logged in
