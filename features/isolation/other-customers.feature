Feature: What is one customer's is nobody else's

  Analyses and conversations tell what a customer is about to buy. To anybody else they are not there at all.

  Rule: To another customer, somebody's analyses and conversations do not exist

    @edge:another_customers_things @needs:paid-plans
    Scenario Outline: Mallory wants what is Paula's, <way>
      Given Paula has analysed 2 properties
      And Paula has asked support "Shall I buy the house on Elm St?"
      And Mallory is on Starter with 1 of 30 analyses used
      When Mallory reaches for Paula's: <way>
      Then Mallory is refused because there is no such thing
      And she is answered as if it had never been
      And Paula's conversation still holds "Shall I buy the house on Elm St?" and an answer alone
      Examples:
        | way                           |
        | by its number                 |
        | in an export                  |
        | in a table with her own       |
        | in a comparison with her own  |
        | to read a conversation        |
        | to go on with a conversation  |

  Rule: Looking back shows one's own, and only that

    @edge:own_history_only @needs:paid-plans
    Scenario: Mallory asks for everything
      Given Paula has analysed 3 properties
      And Mallory is on Starter with 2 of 30 analyses used
      When Mallory exports her newest 100 analyses as "json"
      Then the file holds 2 analyses
      And it holds Mallory's newest 2
