Feature: Putting people where a story begins

  Examples place people in the middle of their month and move their time. That must fit together, touch nobody else,
  leave nothing behind, and be open to nobody who does not know the secret.

  Rule: Whoever is placed has the history and the subscription that go with it

    @edge:placed_people_are_whole @needs:user-seeding
    Scenario: Ben near the end of his month
      Given Ben is on Pro with 58 of 60 analyses used
      When he looks through his whole history
      Then he sees all 58, newest first, each with its score
      And he is still on Pro with 58 of 60 used

  Rule: A person's time is that person's alone

    @edge:own_clocks @needs:clock
    Scenario: Will's dinner is not Paula's
      Given Paula was last active at 19:00:00
      And Will was last active at 19:00:00
      When he reviews his history at 19:30:00
      Then he must log in again
      And Paula can go on on her laptop

    @edge:testing_interface_is_locked @needs:clock
    Scenario: Mallory does not know the secret
      Given Paula was last active at 19:00:00
      When Mallory tries to move Paula's time by 40 minutes without the secret
      Then there is nothing for Mallory to move it with
      And Paula can go on on her laptop

  Rule: A run that is cleared away takes all of its own along, and nothing else

    @edge:test_users_are_removed @needs:user-seeding
    Scenario: An earlier run has left people behind
      Given an earlier run has left 2 people behind, each with 3 analyses and a conversation
      And Paula has analysed 2 properties
      When the earlier run is cleared away
      Then 2 people, 6 analyses and 2 conversations are gone, and nobody of them can log in
      And Paula's history shows 2 analyses
