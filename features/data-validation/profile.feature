@edge:profile_of_a_newcomer
Feature: The profile

  The profile is where a customer looks up what he has and what is left. It must be right from the first minute, and never tell of less than nothing.

  Rule: A newcomer's profile tells who he is and what he has

    Scenario: Frank's first look
      When Frank signs up
      Then his profile shows his name and e-mail, no subscription and no failed payment
      And he is on Free with 0 of 5 used
      And his allowance starts anew on the first of the coming month

  Rule: Nobody has less than nothing left

    @edge:remaining_is_never_negative @needs:paid-plans
    Scenario: More used than Free allows
      Given Ben is on Free with 9 of 5 analyses used
      When he logs in once more
      Then he is on Free with 9 of 5 used

  Rule: A login shows the account that the profile shows

    @needs:paid-plans
    Scenario: Ben comes back to Pro
      Given Ben is on Pro with 12 of 60 analyses used
      When he logs in once more
      Then he is logged in
      And he is on Pro with 12 of 60 used
