@needs:stripe-mock
Feature: A payment that is declined

  Cards fail every day. The customer must learn why, keep what was there, and be able to pay with another card at once.

  Rule: A declined first payment says why, and changes nothing else

    @edge:stripe_payment_failure_insufficient_funds @edge:card_declined_with_reason
    Scenario Outline: Paying with <card>
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      When he pays with <card>
      Then he is still on Free with 5 of 5 used
      And his profile tells of "<reason>"
      And he has no subscription
      Examples:
        | card                          | reason             |
        | a declined card               | decline            |
        | a card without funds          | insufficient funds |
        | an expired card               | expired            |
        | a card with a wrong security code | incorrect      |
        | a card that cannot be processed   | processing     |

  Rule: A move that could not be paid leaves the present plan alone

    @edge:card_declined_with_reason @needs:paid-plans
    Scenario: Elite with a declined card
      Given Paula is on Pro with 41 of 60 analyses used
      And she has opened a checkout for Elite
      When she pays with a declined card
      Then she is still on Pro with 41 of 60 used
      And her subscription is active
      And her profile tells of no failed payment

  Rule: A declined payment can be tried again

    @edge:payment_retry_after_failure
    Scenario: The third card is good
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      And his payment with a card without funds has failed
      And his payment with an expired card has failed
      When he pays with a good card
      Then he is on Starter with 5 of 30 used
      And his profile tells of no failed payment
      And he pays Stripe for Starter alone

    @edge:payment_retry_after_failure
    Scenario: A good card in a new checkout
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      And his payment with a declined card has failed
      When he subscribes to Starter
      Then he is on Starter with 5 of 30 used
      And his profile tells of no failed payment

  Rule: A card that asks for authentication pays once its owner has passed

    @edge:card_asks_for_authentication
    Scenario: The question is not answered yet
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      When he pays with a card that asks for authentication
      Then he is still on Free with 5 of 5 used

    @edge:card_asks_for_authentication
    Scenario: The owner passes
      Given Frank has analysed 5 properties
      And his card asks for authentication at a checkout for Starter
      When he passes the authentication
      Then he is on Starter with 5 of 30 used

    @edge:card_asks_for_authentication
    Scenario: Somebody else does not
      Given Frank has analysed 5 properties
      And his card asks for authentication at a checkout for Starter
      When he fails the authentication
      Then he is still on Free with 5 of 5 used
      And Slack has heard of one failed payment
