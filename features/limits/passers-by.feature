@needs:source-addresses
Feature: Passers-by in a hurry

  Prices and calculator are open to everybody, so everybody shares the machine: whoever has no account is limited by
  where he comes from.

  Rule: Without an account, twenty requests pass in a second from one address

    @edge:anonymous_rate_limit
    Scenario Outline: Thirty times <what>
      When a passer-by asks for "<what>" 30 times within one second
      Then the passer-by is answered exactly 20 times, else refused as too many
      And a passer-by from elsewhere is answered meanwhile
      Examples:
        | what                 |
        | the prices           |
        | a calculation        |
        | the front page       |
        | the service's health |
        | a login              |
        | one thing and another |

  Rule: A stranger's word for where he comes from is not taken

    @edge:forwarded_for_not_believed
    Scenario: Thirty made-up addresses
      When a passer-by asks for "the prices" 30 times within one second, each time claiming another address
      Then the passer-by is answered exactly 20 times, else refused as too many

  Rule: Signing up, renewing and the watchman's question are never too many

    @edge:exempt_from_the_rate_limit
    Scenario Outline: As often as one likes: <what>
      When a passer-by asks for "<what>" 30 times within one second
      Then the passer-by is never refused as too many
      Examples:
        | what                                      |
        | an account                                |
        | new tokens                                |
        | PropIQ's health                           |
        | new tokens, and now and then the prices   |
