@persona:rita
Feature: Rita, real-estate agent, answers while the client waits

  Rita is a licensed agent. She analyses three to seven properties in a quick session of 10 to 25 minutes,
  every day, and exports nearly everything for her clients. She is on Pro.

  Rule: A client on the phone gets three analyses and a file within a quarter of an hour

    @edge:concurrent_analyses_3_requests
    Scenario: Three houses at once
      Given Rita is on Pro with 12 of 60 analyses used
      When she submits at the same moment:
        | address                              |
        | 6666 Urgent Ave, Oakland, CA 94601   |
        | 7777 Rush St, Berkeley, CA 94701     |
        | 8888 Quick Ln, Alameda, CA 94501     |
      Then exactly 3 are analysed and in her history
      And her profile says 15 of 60

    @edge:export_batch_5_properties
    Scenario: One file of five for the client
      Given Rita is on Pro with 12 of 60 analyses used
      When she exports her newest 5 analyses as "pdf"
      Then the file holds 5 analyses

    @edge:fast_session_under_15_minutes
    Scenario: All within one session
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses 3 properties, 4 minutes apart
      And she exports her newest 3 analyses as "pdf"
      Then the file holds 3 analyses
      And she has not had to log in again

  Rule: Houses in California cost California's taxes

    @edge:california_property_tax_calculations
    Scenario: A house in Oakland
      When Rita calculates a deal:
        | price  | down payment | interest rate | rent | state |
        | 850000 | 25           | 6.5           | 4800 | CA    |
      Then the property tax is "$10,625.00"

  Rule: An expensive house is a house like any other

    @edge:high_property_values_800k_plus
    Scenario Outline: A house for a client, <description>
      Given Rita is on Pro
      When she analyses a house for <price>
      Then the analysis keeps the address, the type and the price
      Examples:
        | description          | price      |
        | just above $800k     | $800,001   |
        | with a view of a bay | $1,850,000 |
