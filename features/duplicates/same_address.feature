@needs:paid-plans @edge:duplicate_analysis_submission
Feature: What the same property is

  An address is the same however it is typed; another house, another person, or a try that failed is not.

  Rule: Capitals, outer spaces and the way that accents are typed make no other address

    Scenario Outline: <address> again, <spelling>
      Given Paula is on Pro
      When she analyses "<address>" and at once again <spelling>
      Then she has got one analysis 2 times
      And her profile says 1 of 60
      Examples:
        | address                                  | spelling                           |
        | 12 Elm St, Austin, TX 78701              | in capitals                        |
        | 1 Résidence du Café, Montréal, QC H2Y 1C6 | in small letters                   |
        | 12 Elm St, Austin, TX 78701              | with spaces around it              |
        | 1 Résidence du Café, Montréal, QC H2Y 1C6 | with its accents typed separately  |

    Scenario Outline: One letter that is several in capitals: <description>
      Given Paula is on Pro
      When she analyses "<one>" and at once "<other>"
      Then she has got one analysis 2 times
      And her profile says 1 of 60
      Examples:
        | description                  | one                            | other                          |
        | a German sharp s             | Hauptstraße 5, 10115 Berlin    | HAUPTSTRASSE 5, 10115 BERLIN   |
        | a sharp s among capitals     | HAUPTSTRAẞE 5, 10115 BERLIN    | Hauptstrasse 5, 10115 Berlin   |
        | a Turkish I with its dot     | İstiklal Cd 9, Beyoğlu       | i̇stiklal cd 9, beyoğlu       |
        | an Afrikaans article         | Plaas ŉ Droom, Paarl           | PLAAS ʼN DROOM, PAARL          |
        | marks on letters             | ǰ ẖ ẗ ẘ ẙ Sokak 3, Ankara     | J̌ H̱ T̈ W̊ Y̊ SOKAK 3, ANKARA     |
        | a half ring                  | 8 Bayẚ St, Aleppo              | 8 BAYAʾ ST, ALEPPO             |
        | printers' joined f           | 3 Cliﬀ Rd, Sheﬃeld            | 3 CLIFF RD, SHEFFIELD          |
        | printers' joined fi and fl   | 4 Waﬄe Ln, Springﬁeld Inﬂow    | 4 WAFFLE LN, SPRINGFIELD INFLOW |
        | printers' joined st          | 2 Weﬅ St, Eaﬆbourne           | 2 WEST ST, EASTBOURNE          |

  Rule: The same house for another price is the same house

    Scenario: A price that was mistyped
      Given Paula is on Pro
      When she analyses "12 Elm St, Austin, TX 78701" and at once again for $350,000
      Then she has got one analysis 2 times
      And her profile says 1 of 60

  Rule: Every other difference in the address makes another property

    Scenario Outline: <description>
      Given Paula is on Pro
      When she analyses "<one>" and at once "<other>"
      Then she has got 2 analyses
      And her profile says 2 of 60
      Examples:
        | description       | one                            | other                          |
        | the flat upstairs | 12 Elm St #1, Austin, TX 78701 | 12 Elm St #2, Austin, TX 78701 |
        | without an accent | 12 Café St, Reno, NV 89501     | 12 Cafe St, Reno, NV 89501     |

  Rule: Two people who look at the same house get an analysis each

    Scenario: Rita and Ben compete
      Given Rita is on Pro
      And Ben is on Pro
      When Rita analyses "12 Elm St, Austin, TX 78701"
      And Ben analyses "12 Elm St, Austin, TX 78701"
      Then Rita and Ben have got one analysis each
      And Ben's profile says 1 of 60

  @needs:openai-faults
  Rule: A try that failed is not remembered

    Scenario: At once again after a failure
      Given Rita is on Pro with 12 of 60 analyses used
      And the AI breaks down for Rita
      When she analyses "12 Elm St, Austin, TX 78701" twice, 0 seconds apart
      Then she has got one analysis, after a failure
      And her profile says 13 of 60
