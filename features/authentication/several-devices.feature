Feature: One customer, several devices

  Customers begin on the laptop and go on on the phone. One session's end is not another's.

  Rule: Sessions of one customer from different places live side by side

    @edge:concurrent_logins_from_different_ips
    Scenario: Three logins at the same moment, from three places
      Given Paula has signed up
      When she logs in on laptop, phone and tablet at the same moment
      Then each of her devices has a session of its own

    @edge:concurrent_logins_from_different_ips
    Scenario: A fifth device puts none of the others out
      Given Paula has signed up
      And she has logged in on her phone too
      And she has logged in on her tablet too
      And she has logged in on her office computer too
      And she has logged in on her television too
      Then she can go on on her laptop
      And she can go on on her phone

    @edge:idleness_is_a_sessions_own @needs:clock
    Scenario: The laptop falls asleep while the phone is in use
      Given Will was last active at 19:00:00
      And he logged in on his phone at 19:25:00
      And he has used PropIQ at 19:28:00 and 19:30:00
      Then his session on the laptop is over
      And he can go on on his phone

  Rule: Logging out ends that session at once, and no other

    @edge:logout_ends_the_session
    Scenario: Logging in elsewhere brings back nothing
      Given Paula has signed up
      And she has logged in on her phone too
      When she logs out on her phone
      And she takes her laptop in hand
      And she logs in once more
      Then her session on the phone is over

    @edge:logout_ends_the_session
    Scenario: Paula logs out on her phone
      Given Paula has signed up
      And she has logged in on her phone too
      When she logs out on her phone
      Then nothing that is her own opens on the phone any more
      And her session on the phone is over
      And she can go on on her laptop

    @edge:logout_ends_the_session
    Scenario: No token that the session ever had goes on
      Given Paula has signed up
      And she has renewed her session
      When she logs out on her laptop
      Then her former access token opens nothing any more
      And her session on the laptop is over

    @edge:logout_ends_the_session @needs:clock
    Scenario: Nor does one of some time ago
      Given Paula has signed up
      And she has worked for 20 minutes without a long pause
      And she has renewed her session
      When she logs out on her laptop
      Then her former access token opens nothing any more
      And her session on the laptop is over

    @edge:logout_ends_the_session
    Scenario: Paula logs out on a page that was open before she renewed
      Given Paula has signed up
      And she has renewed her session
      When she logs out by her former access token
      Then her former access token opens nothing any more
      And her session on the laptop is over

    @edge:logout_is_never_too_much
    Scenario: Ben has asked too much and wants to leave
      Given Ben has signed up
      And he has made 21 requests within this second
      When he logs out within the same second
      Then his session on the laptop is over
