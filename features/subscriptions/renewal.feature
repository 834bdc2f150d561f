@needs:stripe-mock @needs:paid-plans
Feature: Renewals

  Every month a paid plan is paid again and its allowance begins anew. Too early or twice gives analyses away; not at all takes what was paid for.

  Rule: A paid renewal starts a new period with nothing used

    @edge:renewal_starts_period
    Scenario: Ben's new month
      Given Ben is on Pro with 60 of 60 analyses used
      When his plan renews
      Then he is on Pro with 0 of 60 used
      And his allowance starts anew a month later
      And his subscription is paid for a month more

    @edge:renewal_starts_period
    Scenario: The month after that
      Given Ben's plan renewed today and he has since used 3 analyses
      When his plan renews
      Then he is on Pro with 0 of 60 used
      And Slack has heard of 2 recurring payments

    @edge:renewal_starts_period @needs:clock
    Scenario: The month is over, the payment is not there yet
      Given Ben is on Pro with 60 of 60 analyses used
      When the month that he paid for is over
      And he analyses another property
      Then he is refused with "Usage limit reached"

    @edge:renewal_starts_period
    Scenario: Stripe tells of the payment, and of nothing else
      Given Ben is on Pro with 60 of 60 analyses used
      And his plan is due to renew
      When Stripe tells of a renewal of Ben's plan
      Then he is on Pro with 0 of 60 used
      And his allowance starts anew a month later

    @edge:renewal_starts_period
    Scenario Outline: The month after a move from <former> to <plan>
      Given Rita is on <former> with <used> of <of> analyses used
      And she has confirmed the move to <plan>
      When her plan renews
      Then she is on <plan> with 0 of <limit> used
      And she pays Stripe for <plan> alone
      Examples:
        | former  | used | of  | plan    | limit |
        | Starter | 30   | 30  | Pro     | 60    |
        | Elite   | 70   | 100 | Starter | 30    |

    @edge:renewal_starts_period @needs:clock
    Scenario: Bought on the 31st, after a short month
      Given Ben used 2 free analyses on 31 January 12:00:00
      And he has subscribed to Pro
      When his plan renews
      Then he is on Pro with 0 of 60 used
      And his allowance starts anew on 31 March 12:00:00

  Rule: Stripe may repeat itself; a renewal happens once

    @edge:repeated_renewal @edge:stripe_webhook_duplicate_event
    Scenario: A repeated renewal hands nothing back
      Given Ben's plan renewed today and he has since used 3 analyses
      When Stripe repeats the news of that renewal
      Then Ben has still used 3 analyses
      And Slack has heard of one recurring payment

    @edge:repeated_renewal
    Scenario: The same month, paid for in other news
      Given Ben's plan renewed today and he has since used 3 analyses
      When Stripe tells of a renewal of the same month of Ben's plan
      Then Ben has still used 3 analyses

    @edge:repeated_renewal
    Scenario: The first month is no renewal, whatever it is called
      Given Frank has analysed 5 properties
      And he has subscribed to Starter
      When Stripe tells of a renewal of the same month of Frank's plan
      Then he is still on Starter with 5 of 30 used

  Rule: Only a renewal starts a period and is a recurring payment

    @edge:invoice_that_is_no_renewal
    Scenario Outline: A paid invoice for <invoice>
      Given Paula is on Pro with 40 of 60 analyses used
      When Stripe tells of <invoice> of Paula's plan
      Then she is still on Pro with 40 of 60 used
      And nothing has changed for Paula
      And Slack has heard of no recurring payment
      Examples:
        | invoice                |
        | a first payment        |
        | a payment for a change |
