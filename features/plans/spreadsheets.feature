@needs:paid-plans @edge:export_spreadsheet_safe
Feature: Exports open safely in a spreadsheet

  Whoever opens a client's file must not run what a stranger typed as an address.

  Rule: No cell of an export starts a formula, and the text can still be read

    Scenario Outline: An address that begins with <description>
      Given Rita is on Pro
      When she analyses "<address>"
      And she exports her newest 1 analyses as "csv"
      Then a spreadsheet opens it without running anything
      And it names "<address>"
      Examples:
        | description      | address                        |
        | an equals sign   | =1+2 Formula St, Reno          |
        | a plus           | +49 Hauptstraße, Köln          |
        | a minus          | -5 Basement Rd, Reno           |
        | an at            | @SUM(A1:A9) Ave, Reno          |
        | a whole formula  | =HYPERLINK('x';'y') Inn, Reno  |

    @needs:openai-faults
    Scenario: What the AI wrote
      Given Rita is on Pro
      And the AI says "=1+2 is a sound investment" of Rita's property
      When she analyses "12 Elm St, Austin, TX 78701"
      And she exports her newest 1 analyses as "csv"
      Then a spreadsheet opens it without running anything
      And it names "=1+2 is a sound investment"
      And the analysis says "=1+2 is a sound investment"
