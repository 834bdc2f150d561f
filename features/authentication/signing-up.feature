Feature: Signing up

  A sign-up is where a customer begins. It must give exactly one account to one e-mail address, and keep out
  passwords that could be guessed.

  Rule: A new account is on Free, with nothing used yet, and logged in for an hour

    @edge:signup_opens_one_account
    Scenario: Frank opens an account
      When Frank signs up
      Then he is on Free with 0 of 5 used
      And he is promised an hour before renewing

    @edge:signup_by_older_forms
    Scenario: An older web form spells names its own way and sends more than is asked
      When Frank signs up by an older form
      Then he has an account
      And his profile names him "Frank O'Ölder"

  Rule: An e-mail address has one account, however it is written

    @edge:signup_address_taken
    Scenario: The same address in capitals
      Given Frank has signed up
      When Mallory signs up with Frank's e-mail address in capitals
      Then Mallory is refused with "User already exists"

    @edge:signup_address_taken
    Scenario: Frank writes his own address in capitals
      Given Frank has signed up
      When he logs in with the e-mail address in capitals
      Then he is logged in

    @edge:signup_race @needs:email-mock
    Scenario: Five impatient clicks on the button
      When Frank signs up 5 times at the same moment, each time with another password
      Then he has one account, with the password that came first
      And he is welcomed by e-mail exactly once

  Rule: What is missing is named, field by field

    @edge:signup_details_missing
    Scenario: An empty form
      When Frank signs up with an empty form
      Then he is told that e-mail address and password are missing
