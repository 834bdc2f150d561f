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

  Rule: Every other difference makes another property

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
