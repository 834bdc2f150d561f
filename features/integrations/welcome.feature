@edge:new_user_onboarding_email @needs:email-mock
Feature: The welcome by e-mail

  A newcomer is welcomed once. Not at all is cold, twice is careless, and none of it may keep him from beginning.

  Rule: Everybody who signs up is welcomed once, at his own address

    Scenario: Frank signs up and looks around
      Given Frank has signed up
      When he logs in once more
      And he analyses another property
      Then the welcome went to his own address

    Scenario: Frank forgets that he has an account
      Given Frank has signed up
      When he signs up once more
      Then he is refused because the account exists already
      And he is welcomed by e-mail exactly once

  Rule: The mailer's trouble neither fails nor delays a sign-up, and the welcome comes when it is over

    @edge:mailer_down
    Scenario Outline: The mailer <refuses> everything
      Given the mailer <refuses> everything for Frank
      When Frank signs up while the clock is watched
      Then he is signed up at once
      And the mailer, once it is well again, has welcomed him exactly once
      Examples:
        | refuses  |
        | refuses  |
        | puts off |
        | forbids  |

    @edge:mailer_down
    Scenario: The mailer does not answer
      Given the mailer does not answer about Frank
      When Frank signs up while the clock is watched
      Then he is signed up at once
      And the mailer, once it is well again, has welcomed him exactly once
