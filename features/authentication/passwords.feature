Feature: Passwords

  A password guards a portfolio. It is long enough to be safe, and all of it counts.

  Rule: A password takes 8 to 128 bytes, and all of it counts

    @edge:password_size_bounds
    Scenario Outline: A password <description>
      When Frank signs up with a password of <characters> characters that take <bytes> bytes
      Then <outcome>
      Examples:
        | description                        | characters | bytes | outcome                                        |
        | a byte too short                   | 7          | 7     | he is refused for the password, and has no account |
        | just long enough                   | 8          | 8     | he has an account                              |
        | just long enough, by an umlaut     | 7          | 8     | he has an account                              |
        | as long as can be                  | 128        | 128   | he has an account                              |
        | a byte too long                    | 129        | 129   | he is refused for the password, and has no account |
        | a byte too long, by an umlaut      | 128        | 129   | he is refused for the password, and has no account |

  Rule: A password has an upper-case letter, a lower-case letter and a digit

    @edge:password_composition
    Scenario Outline: Letters and digits: <description>
      When Frank signs up with the password <password>
      Then <outcome>
      Examples:
        | description           | password     | outcome                                            |
        | no capital letter     | "duplex2025" | he is refused for the password, and has no account |
        | no small letter       | "DUPLEX2025" | he is refused for the password, and has no account |
        | no digit              | "DuplexHome" | he is refused for the password, and has no account |
        | one of each kind      | "Duplexes5"  | he has an account                                  |
        | and a space at its end | "Duplexes5 " | he has an account                                  |
