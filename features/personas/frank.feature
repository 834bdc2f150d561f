@persona:frank
Feature: Frank, first-time investor, goes from Free to Starter

  Frank is 28, a software engineer, and looks for his first investment property. He analyses two to five
  properties in a session, once a week, and asks support whenever a term is new to him. He begins on Free
  and decides for Starter once his five free analyses are gone.

  Rule: Free is five analyses a month, and Frank is told before they are gone

    @smoke @edge:free_tier_hard_block_5of5
    Scenario: From sign-up to the block
      Given Frank has signed up
      When he analyses 5 different properties
      And he analyses "2468 Starter Ave, Raleigh, NC 27601"
      Then he is refused with "Free tier limit reached. Upgrade to continue."
      And he is pointed to Starter
      And his profile still says 5 of 5

    @edge:free_tier_soft_warning_4of5
    Scenario: The fourth analysis comes with a warning
      Given Frank has analysed 3 properties
      When he analyses "1357 First Home Dr, Durham, NC 27701"
      Then he is warned "4 of 5 free analyses used"
      And his profile says 4 of 5

  Rule: A beginner is welcomed and gets answers

    @edge:new_user_onboarding_email
    Scenario: A welcome by e-mail
      When Frank signs up
      Then he is welcomed by e-mail exactly once

    @edge:support_chat_high_volume_5_messages
    Scenario: A long evening with support
      Given Frank has analysed 2 properties
      When he asks support:
        | question                                      |
        | What does cash-on-cash return mean?           |
        | Is a cap rate of 6 % any good?                |
        | How much should I put aside for repairs?      |
        | What is the 1 % rule?                         |
        | Do I need a property manager?                 |
      Then support has answered each question, in one conversation
      And his profile still says 2 of 5

  Rule: Frank is on Starter when his money has arrived, and not before

    @edge:stripe_payment_failure_insufficient_funds @edge:slack_payment_failed
    Scenario: The card has no funds
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      When he pays with a card without funds
      Then he is still on Free with 5 of 5 used
      And his profile tells of "insufficient funds"
      And Slack has heard of one failed payment

    @edge:payment_retry_after_failure @edge:slack_new_signup
    Scenario: The second card is good
      Given Frank has analysed 5 properties
      And he has opened a checkout for Starter
      And his payment with a card without funds has failed
      When he pays with a good card
      Then he is on Starter with 5 of 30 used
      And his profile tells of no failed payment
      And Slack has heard of one new signup

    @edge:successful_checkout
    Scenario: Back to work on Starter
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      When he analyses "8642 Cozy Ct, Cary, NC 27511"
      Then his profile says 6 of 30
      And his history shows 6 analyses
