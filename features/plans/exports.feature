Feature: Exports

  Analyses leave PropIQ as files: for clients, committees and spreadsheets. Exports are what paid plans are bought for.

  @needs:paid-plans
  Rule: An export holds exactly what was ordered, in one file

    @edge:export_batch_5_properties
    Scenario: Five for a client
      Given Rita is on Pro with 12 of 60 analyses used
      When she exports her newest 5 analyses as "json"
      Then the file holds 5 analyses
      And it holds her newest 5
      And her profile still says 12 of 60

    @edge:export_batch_5_properties
    Scenario Outline: Every paid plan has exports: <plan>
      Given Rita is on <plan> with 5 of <limit> analyses used
      When she exports her newest 5 analyses as "csv"
      Then the file holds 5 analyses

      Examples:
        | plan    | limit |
        | Starter | 30    |
        | Pro     | 60    |
        | Elite   | 100   |

    @edge:export_batch_5_properties @needs:clock
    Scenario Outline: A house that was analysed twice, as <format>
      Given Rita is on Pro with 3 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701" twice, 2 seconds apart
      And she exports her newest 5 analyses as "<format>"
      Then the file holds 5 analyses
      Examples:
        | format |
        | csv    |
        | json   |
        | pdf    |

    @edge:large_export_8_properties
    Scenario: Eight for a committee
      Given Ben is on Pro with 12 of 60 analyses used
      When he exports his newest 8 analyses as "pdf"
      Then the file holds 8 analyses

    @edge:export_large_dataset_50_properties
    Scenario Outline: A portfolio as <format>
      Given Paula is on Pro with 58 of 60 analyses used
      When she exports her newest 50 analyses as "<format>"
      Then the file holds 50 analyses
      Examples:
        | format |
        | csv    |
        | json   |
        | pdf    |

    @edge:export_large_dataset_50_properties
    Scenario: The newest fifty of more
      Given Paula is on Pro with 58 of 60 analyses used
      When she exports her newest 50 analyses as "csv"
      Then it holds her newest 50

    @edge:export_fewer_than_ordered
    Scenario: More is ordered than there is
      Given Rita is on Pro with 3 of 60 analyses used
      When she exports her newest 500 analyses as "csv"
      Then the file holds 3 analyses
      And it holds her newest 3

    @edge:export_large_dataset_50_properties @needs:user-seeding
    Scenario: More than a page of the history shows
      Given Paula is on Elite with 501 analyses in her history
      When she exports her newest 500 analyses as "csv"
      Then the file holds 500 analyses
      And it holds her newest 500

    @edge:export_chosen_analyses
    Scenario: Two that were chosen
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701"
      And she analyses "14 Elm St, Austin, TX 78701"
      And she analyses "16 Elm St, Austin, TX 78701"
      And she exports her analyses of "12 Elm St, Austin, TX 78701" and "16 Elm St, Austin, TX 78701" as "csv"
      Then the file holds 2 analyses
      And it names "12 Elm St, Austin, TX 78701"
      And it names "16 Elm St, Austin, TX 78701"

    @edge:export_batch_5_properties @needs:openai-faults
    Scenario Outline: The AI has much to say, as <format>
      Given Rita is on Pro
      And the AI has 300 words to say of Rita's property
      When she analyses "12 Elm St, Austin, TX 78701"
      And she exports her newest 1 analyses as "<format>"
      Then the file holds 1 analysis
      Examples:
        | format |
        | csv    |
        | json   |
        | pdf    |

  @edge:free_tier_export_restriction
  Rule: Exports need a paid plan

    Scenario Outline: Will tries <format>
      Given Will has analysed 3 properties
      When he exports his newest 3 analyses as "<format>"
      Then he is refused with "Export feature requires paid subscription"
      Examples:
        | format |
        | csv    |
        | json   |
        | pdf    |

  @edge:export_order_invalid @needs:paid-plans
  Rule: An order that makes no sense is refused

    Scenario Outline: An export of <mistake>
      Given Rita is on Pro with 3 of 60 analyses used
      When she asks for an export of "<mistake>"
      Then she is refused because the export order is not valid
      Examples:
        | mistake                    |
        | no analyses at all         |
        | 501 analyses               |
        | 501 analyses by name       |
        | a format that nobody knows |
        | no format                  |
        | nothing in particular      |
        | an empty list              |

    Scenario: One of the ordered analyses is not there
      Given Rita is on Pro with 3 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701"
      And she exports what she has, and an analysis that there is not
      Then she is refused because there is no such thing
