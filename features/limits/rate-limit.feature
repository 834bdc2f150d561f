Feature: Too many requests

  One customer's script must not slow down everybody else. But a customer at work is never taken for a script, and
  being too fast is never mistaken for having used up the plan.

  Rule: Twenty requests pass in a second, the twenty-first does not

    @edge:api_rate_limit_20_requests
    Scenario: Twenty are work
      Given Ben has signed up
      When he makes 20 requests within one second
      Then all 20 are answered

    @edge:api_rate_limit_20_requests @needs:paid-plans @needs:clock
    Scenario: An export is one request like any other
      Given Ben is on Pro with 3 of 60 analyses used
      When he makes 8 exports and 12 other requests within one second
      Then all 12 are answered

    @edge:api_rate_limit_20_requests
    Scenario: Twenty-five are too many
      Given Ben has signed up
      When he makes 25 requests within one second
      Then the first 20 are answered and the rest refused as too many

    @edge:rate_limit_is_exact_together
    Scenario: Thirty at once
      Given Ben has signed up
      When he makes 30 requests at the very same moment
      Then exactly 20 are answered and the rest refused as too many

  Rule: Any second counts, wherever it begins

    @edge:rate_limit_slides @needs:clock
    Scenario: Ben keeps clicking
      Given Ben has signed up
      When he makes requests:
        | after   | requests |
        | 0.0 s   | 10       |
        | 0.6 s   | 10       |
        | 0.999 s | 1        |
        | 1.0 s   | 11       |
        | 1.6 s   | 11       |
      Then of these are answered: "10, 10, 0, 10, 10"

  Rule: Being too fast is never called a used-up plan, and costs nothing

    @edge:rate_limit_is_no_usage_limit @needs:clock
    Scenario: Too fast at the end of the allowance
      Given Frank is on Free with 5 of 5 analyses used
      And he has made 20 requests within this second
      When he analyses one more property
      Then he is refused because there were too many requests

    @edge:rate_limit_is_no_usage_limit @needs:clock
    Scenario: Too fast with analyses left
      Given Frank has analysed 2 properties
      And he has made 20 requests within this second
      When he analyses one more property
      Then he is refused because there were too many requests
      And once a second has passed, his profile says 2 of 5

    @edge:rate_limit_at_every_door @needs:clock
    Scenario: Too fast, whatever is asked
      Given Ben has signed up
      And he has made 20 requests within this second
      When he tries everything that is a customer's own, but logging out
      Then he is refused each time because there were too many requests

  Rule: The limit is each session's own

    @edge:rate_limit_per_session
    Scenario: The phone has its own twenty
      Given Ben has signed up
      And he has logged in on his phone too
      When he makes 20 requests each on laptop and phone within one second
      Then all 40 are answered

    @edge:rate_limit_per_session @needs:clock
    Scenario: Renewing gives no second twenty
      Given Ben has signed up
      And he has made 20 requests within this second
      And he has renewed his session
      When he analyses one more property
      Then he is refused because there were too many requests

    @edge:rate_limit_per_session
    Scenario: Two customers in one office
      Given Rita has signed up
      And Paula has signed up
      When Rita and Paula make 20 requests each within one second, from one office
      Then all 40 are answered
