@edge:unreadable_request
Feature: Requests that cannot be read

  A connection breaks off, a plug-in garbles what it sends. The customer is told that the request could not be read, and it costs nothing.

  Rule: What cannot be read is said to be unreadable, whatever it asked for

    Scenario Outline: A request that <how>
      Given Frank has signed up
      When he asks for "an analysis" in a request that "<how>"
      Then he is refused because the request cannot be read
      And the AI was not asked
      And his profile still says 0 of 5
      Examples:
        | how                    |
        | breaks off             |
        | is plain prose         |
        | goes on after its end  |
        | holds broken characters |

    Scenario: A request with nothing in it
      Given Frank has signed up
      When he asks for "an analysis" in a request that "is empty"
      Then he is refused because there is nothing to analyse
      And the AI was not asked
      And his profile still says 0 of 5

    Scenario Outline: A request for <wish> that breaks off
      Given Frank has signed up
      When he asks for "<wish>" in a request that "breaks off"
      Then he is refused because the request cannot be read
      Examples:
        | wish                  |
        | a comparison          |
        | an export             |
        | a calculation         |
        | a question to support |
        | a checkout            |
        | a change of plan      |
        | an account            |
        | a login               |
        | new tokens            |

  Rule: What says more than is asked is read all the same

    @edge:talkative_forms
    Scenario: A newer app
      Given Frank has analysed 2 properties
      When he logs in, renews, calculates, compares and asks support by forms that say more than is asked
      Then each of his forms is taken
