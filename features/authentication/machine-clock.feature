Feature: Expiry by the machine's own clock

  Most examples move a customer's clock. This one moves nothing: the hour must end for real customers too.

  Rule: An access token ends by the real clock

    @edge:real_clock_expiry @needs:token-secret
    Scenario: The last seconds of an hour
      Given Paula has signed up by the machine's own clock
      And her access token is nearly an hour old
      When she looks at her profile until that is refused
      Then her access token worked to its last second, and no longer
