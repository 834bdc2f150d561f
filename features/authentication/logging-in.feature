Feature: Logging in

  A login page is where strangers try their luck. It lets the customer in, tells a stranger nothing, and gives
  nobody many guesses.

  Rule: A refused login does not tell whether there is an account

    @edge:account_enumeration_by_answer
    Scenario: A wrong password, and nobody's address
      Given Frank has signed up
      When Mallory tries a wrong password for Frank's account, and for an address without an account
      Then Mallory is refused alike, and cannot tell which is which

  Rule: After ten wrong guesses in a minute no more are looked at

    @edge:password_guessing
    Scenario: Mallory guesses at Frank's password
      Given Frank has signed up
      When Mallory guesses wrong 10 times at Frank's password
      Then each of Mallory's 10 guesses was only wrong
      And the next guess is refused as too many, even Frank's own right one
      And Frank can go on on his laptop

    @edge:password_guessing
    Scenario: Frank comes in between
      Given Frank has signed up
      When Mallory guesses wrong 9 times at Frank's password
      And Frank logs in once more
      And Mallory guesses wrong 1 times at Frank's password
      Then the next guess is refused as too many, even Frank's own right one

    @edge:password_guessing
    Scenario: Right passwords are no guesses
      Given Frank has signed up
      When he logs in 11 times
      Then each of his 11 logins has worked

    @edge:password_guessing @needs:clock
    Scenario: The minute is not one on Frank's own clock
      Given Frank has signed up
      When Mallory guesses wrong 10 times at Frank's password
      And an hour passes on Frank's own clock
      Then the next guess is refused as too many, even Frank's own right one

    @edge:password_guessing
    Scenario: All guesses at the same moment
      Given Frank has signed up
      When Mallory guesses wrong 15 times at Frank's password, all at the same moment
      Then 10 of Mallory's guesses were only wrong, and the others too many

    @edge:password_guessing @edge:account_enumeration_by_answer
    Scenario: Nor do more guesses tell that there is no account
      When Mallory guesses wrong 10 times for an address without an account
      Then each of Mallory's 10 guesses was only wrong
      And her next guess is refused as too many
