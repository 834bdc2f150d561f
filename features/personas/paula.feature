@persona:paula
Feature: Paula, portfolio manager, upgrades in the middle of her session

  Paula manages a portfolio of $5M and analyses eight to twelve properties in a session, every day. She
  calculates nearly every deal, seldom needs support, and moves from Pro to Elite when Pro runs out.

  Rule: Paula sees the end of Pro coming, and Pro ends at sixty

    @edge:paid_tier_limit_warning_58_of_60
    Scenario: The last stretch of the month
      Given Paula is on Pro with 57 of 60 analyses used
      When she analyses "1 Résidence du Café, Montréal, QC H2Y 1C6"
      Then she is warned "58 of 60 analyses used this month"
      And her profile says 58 of 60

    @edge:usage_limit_hard_block
    Scenario: Sixty is sixty
      Given Paula is on Pro with 60 of 60 analyses used
      When she analyses "500 Fifth Ave, New York, NY 10110"
      Then she is refused with "Usage limit reached"
      And she is pointed to Elite

    @edge:concurrent_analyses_10_requests
    Scenario: Ten deals before the meeting
      Given Paula is on Pro with 50 of 60 analyses used
      When she submits 10 different properties at the same moment
      Then exactly 10 are analysed and in her history
      And her profile says 60 of 60

  Rule: An upgrade in mid-session keeps what Paula has and lets her go on at once

    @edge:tier_upgrade_mid_session @edge:mid_month_tier_upgrade @needs:stripe-mock @needs:slack-mock
    Scenario: From Pro to Elite
      Given Paula is on Pro with 60 of 60 analyses used
      When she subscribes to Elite
      Then she is on Elite with 60 of 100 used
      And she pays Stripe for Elite alone
      And Slack has heard of one new signup

    @edge:tier_upgrade_mid_session @needs:stripe-mock
    Scenario: The session goes on
      Given Paula is on Pro with 60 of 60 analyses used
      And she has subscribed to Elite
      When she analyses "1000 Market St, San Francisco, CA 94102"
      Then her profile says 61 of 100
      And her history shows 61 analyses

  Rule: A portfolio can be looked at as a whole

    @edge:export_large_dataset_50_properties
    Scenario: Fifty properties in one file
      Given Paula is on Pro with 50 of 60 analyses used
      When she exports her newest 50 analyses as "csv"
      Then the file holds 50 analyses
      And it holds her newest 50

    @edge:calculator_worked_examples
    Scenario: Her calculator agrees with her own sums
      When Paula calculates a deal:
        | price   | down payment | interest rate | rent |
        | 1250000 | 30           | 6.0           | 8500 |
      Then the monthly payment is "$5,246.07"
      And the cap rate is "5.05 %"

  Rule: A long working day needs one login, as long as the session is renewed in time

    @edge:jwt_expires_after_60_minutes @edge:expired_token_refresh
    Scenario: The hour is over
      Given Paula is on Pro
      And she has worked for 60 minutes without a long pause
      When she analyses "77 Harbor Rd, Boston, MA 02110"
      Then she is refused because the access token has expired
      And once she renews her session, she can go on
