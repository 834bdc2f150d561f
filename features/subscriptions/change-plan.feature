@needs:stripe-mock @needs:paid-plans
Feature: Changing the plan

  A customer may move at any time. Going up is one click; going down says first, in numbers, what will be missing.

  Rule: A downgrade says first what will be lost

    @edge:downgrade_with_data_loss_warning
    Scenario: Ben considers Free
      Given Ben is on Pro with 37 analyses in his history
      When he asks to move to Free
      Then he is warned that 27 analyses will be hidden and exports will stop
      And he is still on Pro

    @edge:downgrade_with_data_loss_warning
    Scenario: Ben says no
      Given Ben is on Pro with 37 analyses in his history
      When he says no to the move to Free
      Then he is warned that 27 analyses will be hidden and exports will stop
      And he is still on Pro

    @edge:downgrade_warning_numbers
    Scenario: The months before count, too
      Given Ben is on Pro with 37 analyses in his history
      When his plan renews
      And he asks to move to Free
      Then he is warned that 27 analyses will be hidden and exports will stop

    @edge:downgrade_warning_numbers
    Scenario: One analysis too many
      Given Ben is on Pro with 11 analyses in his history
      When he asks to move to Free
      Then he is warned that 1 analysis will be hidden and exports will stop

    @edge:downgrade_warning_numbers
    Scenario: All that there is can still be shown
      Given Ben is on Pro with 10 analyses in his history
      When he asks to move to Free
      Then he is warned that exports will stop, and of nothing hidden
      And he is still on Pro

    @edge:downgrade_warning_numbers
    Scenario: More used than the smaller plan gives
      Given Ben is on Pro with 31 of 60 analyses used
      When he asks to move to Starter
      Then he is warned that 31 analyses are used and the new limit is 30
      And he is still on Pro with 31 of 60 used

    @edge:downgrade_with_data_loss_warning
    Scenario: Asking twice is no yes
      Given Ben is on Pro with 37 analyses in his history
      When he asks to move to Free
      And he asks to move to Free
      Then he is warned that 27 analyses will be hidden and exports will stop
      And he is still on Pro

    @edge:downgrade_warning_numbers
    Scenario: One yes is not for the next move
      Given Paula is on Elite with 70 of 100 analyses used
      And she has confirmed the move to Pro
      When she asks to move to Starter
      Then she is warned that 70 analyses are used and the new limit is 30
      And she is still on Pro with 70 of 60 used

    @edge:downgrade_warning_numbers
    Scenario: Two plans down
      Given Paula is on Elite with 45 of 100 analyses used
      When she asks to move to Starter
      Then she is warned that 45 analyses are used and the new limit is 30
      And she is still on Elite with 45 of 100 used

    @edge:downgrade_with_data_loss_warning
    Scenario: A form that sends words
      Given Ben is on Pro with 31 of 60 analyses used
      When his "no" to the move to Starter is sent in words
      Then he is still on Pro with 31 of 60 used

    @edge:downgrade_warning_numbers
    Scenario: Nothing is lost
      Given Ben is on Pro with 30 of 60 analyses used
      When he asks to move to Starter
      Then his move is made at once
      And he is on Starter with 30 of 30 used

  Rule: A confirmed downgrade is carried out, to Free with the end of the month that is paid for

    @edge:downgrade_confirmed
    Scenario: Until the month is over
      Given Ben is on Pro with 37 of 60 analyses used
      When he confirms the move to Free
      Then his move to Free is scheduled for the end of his month
      And he is still on Pro with 37 of 60 used

    @edge:downgrade_confirmed @needs:slack-mock
    Scenario: The month is over
      Given Ben is on Pro with 37 of 60 analyses used
      And he has confirmed the move to Free
      When his plan is to renew
      Then he is on Free
      And his subscription is canceled
      And his history shows 10 analyses
      And Slack has heard of one canceled subscription and nothing else

    @edge:downgrade_confirmed
    Scenario: To Starter, with too much used
      Given Ben is on Pro with 45 of 60 analyses used
      When he confirms the move to Starter
      Then his move is made at once
      And he is on Starter with 45 of 30 used
      And he pays Stripe for Starter alone

  Rule: An upgrade between paid plans is made at once, and keeps the count

    @edge:upgrade_without_checkout
    Scenario Outline: From Starter to <plan>
      Given Rita is on Starter with 30 of 30 analyses used
      When she asks to move to <plan>
      Then her move is made at once
      And she is on <plan> with 30 of <limit> used
      And her subscription is active
      And she pays Stripe for <plan> alone
      And Slack has heard nothing of her
      Examples:
        | plan  | limit |
        | Pro   | 60    |
        | Elite | 100   |

    @edge:upgrade_without_checkout
    Scenario: Up, although a renewal has failed
      Given Ben is on Pro with 37 of 60 analyses used
      And his renewal has failed with a card without funds
      When he asks to move to Elite
      Then his move is made at once
      And he is on Elite with 37 of 100 used

    @edge:upgrade_without_checkout
    Scenario: Up, down and up again
      Given Rita is on Starter with 12 of 30 analyses used
      And she has confirmed the move to Pro
      And she has confirmed the move to Starter
      When she asks to move to Pro
      Then her move is made at once
      And she is on Pro with 12 of 60 used
      And she pays Stripe for Pro alone

  Rule: A change that makes no sense is refused

    @edge:plan_change_refused
    Scenario Outline: From <from> to <plan>
      Given Carol is on <from>
      When she asks to move to "<plan>"
      Then she is refused because <reason>
      And she is still on <from>
      Examples:
        | from  | plan     | reason                            |
        | Free  | pro      | a checkout is needed first        |
        | Free  | free     | it is the present plan already    |
        | Pro   | pro      | it is the present plan already    |
        | Pro   | platinum | the plan is unknown               |
