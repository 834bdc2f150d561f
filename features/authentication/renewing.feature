Feature: Renewing a session

  A long session goes on without a login page, as long as it is renewed in time. A copied refresh token must not
  let a stranger in for long.

  Rule: Renewing gives new tokens, and takes the former access token nothing

    @edge:expired_token_refresh @needs:clock
    Scenario: Ben renews in time
      Given Ben logs in at 14:00:00
      When he renews his session at 14:20:00
      Then both of his tokens are new
      And his former access token is good until 15:00:00 sharp
      And his new access token is good until 15:20:00 sharp

    @edge:expired_token_refresh @needs:clock
    Scenario: Ben renews after the hour
      Given Ben logs in at 14:00:00
      And he has used PropIQ at 14:25:00 and 14:50:00
      When he renews his session at 15:10:00
      Then his new access token is good until 16:10:00 sharp

    @edge:expired_token_refresh @needs:clock
    Scenario: Ben renews at the last moment
      Given Ben logs in at 14:00:00
      And he has used PropIQ at 14:29:59 and 14:59:58
      When he renews his session at 15:29:57
      Then his new access token is good until 16:29:57 sharp

    @edge:expired_token_refresh
    Scenario: Renewed again and again within a second
      Given Ben has signed up
      When he renews his session 4 times within a second, one after the other
      Then each time both of his tokens are new
      And each of his former access tokens still works

    @edge:mid_month_tier_upgrade @needs:stripe-mock
    Scenario: Frank renews after he has bought a plan
      Given Frank has signed up
      And he has subscribed to Starter
      When he renews his session
      Then he is logged in
      And he is on Starter

    @edge:subscription_canceled_to_free @needs:stripe-mock
    Scenario: Rita renews after her plan has ended
      Given Rita is on Pro with 2 of 60 analyses used
      And her subscription has ended at Stripe
      When she renews her session
      Then she is logged in
      And she is on Free

  Rule: A refresh token that is used twice ends the whole session

    @edge:refresh_token_reuse
    Scenario: A copied token is used after Paula's
      Given Paula has signed up
      And her refresh token has been copied
      And Paula has renewed her session
      When Mallory renews with the copy
      Then she is refused because the refresh token is not valid
      And Paula's session on the laptop is over

    @edge:refresh_token_reuse
    Scenario: Paula uses her token after the thief
      Given Paula has signed up
      And her refresh token has been copied
      When Mallory renews with the copy
      And Paula renews with the copy
      Then she is refused because the refresh token is not valid
      And what Mallory got by it opens nothing any more
      And Paula's session on the laptop is over

    @edge:refresh_token_reuse
    Scenario: A copy that is two renewals old
      Given Paula has signed up
      And her refresh token has been copied
      And Paula has renewed her session
      And Paula has renewed her session
      When Mallory renews with the copy
      Then Paula's session on the laptop is over

    @edge:refresh_token_reuse
    Scenario: No token that the session ever had goes on
      Given Paula has signed up
      And her refresh token has been copied
      And Paula has renewed her session
      When Mallory renews with the copy
      Then Paula's former access token opens nothing any more

    @edge:refresh_token_reuse @needs:clock
    Scenario: A copy that is hours old
      Given Paula logs in at 14:00:00
      And her refresh token has been copied
      And she has worked until 21:30:00, renewing her session in time
      When Mallory renews with the copy
      Then she is refused because the refresh token is not valid
      And Paula's session on the laptop is over

    @edge:refresh_token_reuse
    Scenario: Only that session ends
      Given Paula has signed up
      And she has logged in on her phone too
      And her refresh token has been copied
      And Paula has renewed her session
      When Mallory renews with the copy
      Then Paula's session on the phone is over
      And Paula can go on on her laptop

    @edge:refresh_token_race
    Scenario: The same token several times at the same moment
      Given Paula has signed up
      When she renews 4 times at the same moment with one refresh token
      Then one renewal has worked, and even that one opens nothing any more for Paula

  Rule: Nothing but a refresh token renews a session

    @edge:refresh_needs_a_refresh_token
    Scenario Outline: Renewing with <what>
      Given Paula has signed up
      When she tries to renew her session with "<what>"
      Then she is refused because the refresh token is not valid
      And she can go on on her laptop
      Examples:
        | what             |
        | the access token |
        | a made-up token  |
        | no token         |
