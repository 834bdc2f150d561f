@edge:wandb_analysis_logged @needs:wandb-mock
Feature: Records at Weights & Biases

  The team follows what the AI costs and how well it judges by one record of each analysis.

  Rule: Each analysis leaves one record with plan, address, cost, tokens, score and session

    # 1,234 tokens read: 1.234 × $0.00015 = $0.0001851; 567 written: 0.567 × $0.0006 = $0.0003402; together $0.0005253.
    @needs:openai-faults
    Scenario: On Free
      Given Frank has signed up
      And the AI reads 1234 tokens and writes 567 for Frank
      When he analyses "742 Résidence Logged, Boise, ID 83702"
      Then Weights & Biases has one record of it:
        | plan | address                               | cost       | tokens | score |
        | free | 742 Résidence Logged, Boise, ID 83702 | $0.0005253 | 1801   | 71    |

    # 2,000 × $0.00015 / 1,000 = $0.0003; 1,500 × $0.0006 / 1,000 = $0.0009.
    @needs:openai-faults @needs:paid-plans
    Scenario: On Pro
      Given Ben is on Pro
      And the AI reads 2000 tokens and writes 1500 for Ben
      When he analyses "743 Logged Ave, Boise, ID 83702"
      Then Weights & Biases has one record of it:
        | plan | address                         | cost    | tokens | score |
        | pro  | 743 Logged Ave, Boise, ID 83702 | $0.0012 | 3500   | 71    |

    @needs:openai-faults @needs:stripe-mock
    Scenario: On Starter, after an upgrade
      Given Frank has signed up
      And the AI reads 2000 tokens and writes 1500 for Frank
      When he analyses "761 Logged Ave, Boise, ID 83702"
      And he subscribes to Starter
      And he analyses "762 Logged Ave, Boise, ID 83702"
      Then Weights & Biases has one record of it:
        | plan    | address                         | cost    | tokens | score |
        | starter | 762 Logged Ave, Boise, ID 83702 | $0.0012 | 3500   | 71    |

    Scenario: One session
      Given Frank has signed up
      When he analyses "744 Logged Ave, Boise, ID 83702"
      And he analyses "745 Logged Ave, Boise, ID 83702"
      Then the records of "744 Logged Ave, Boise, ID 83702" and "745 Logged Ave, Boise, ID 83702" are of one session

    Scenario: One session that was renewed
      Given Frank has signed up
      When he analyses "751 Logged Ave, Boise, ID 83702"
      And he renews his session
      And he analyses "752 Logged Ave, Boise, ID 83702"
      Then the records of "751 Logged Ave, Boise, ID 83702" and "752 Logged Ave, Boise, ID 83702" are of one session

    Scenario: A house abroad
      Given Frank has signed up
      When he analyses "755 Torstraße, 10119 Berlin"
      Then Weights & Biases has one record of the property

    @edge:duplicate_analysis_submission
    Scenario: A double click
      Given Frank has signed up
      When he analyses "753 Logged Ave, Boise, ID 83702" and at once "753 Logged Ave, Boise, ID 83702"
      Then he has got one analysis 2 times
      And Weights & Biases has one record of the property

    @edge:duplicate_analysis_submission @needs:openai-faults
    Scenario: Two clicks at the same moment
      Given Frank has signed up
      When he submits "758 Logged Ave, Boise, ID 83702" 2 times at the same moment
      Then he has got one analysis 2 times
      And Weights & Biases has one record of it:
        | plan | address                         |
        | free | 758 Logged Ave, Boise, ID 83702 |

    Scenario: Two sessions
      Given Frank has signed up
      When he analyses "746 Logged Ave, Boise, ID 83702"
      And he logs in once more
      And he analyses "747 Logged Ave, Boise, ID 83702"
      Then the records of "746 Logged Ave, Boise, ID 83702" and "747 Logged Ave, Boise, ID 83702" are of two sessions

    Scenario: Two devices by turns
      Given Frank has signed up
      And he has logged in on his phone too
      When he analyses "763 Logged Ave, Boise, ID 83702"
      And he takes his laptop in hand
      And he analyses "764 Logged Ave, Boise, ID 83702"
      And he takes his phone in hand
      And he analyses "765 Logged Ave, Boise, ID 83702"
      Then the records of "763 Logged Ave, Boise, ID 83702" and "765 Logged Ave, Boise, ID 83702" are of one session
      And the records of "764 Logged Ave, Boise, ID 83702" and "765 Logged Ave, Boise, ID 83702" are of two sessions

  Rule: What was not stored leaves no record

    @needs:openai-faults
    Scenario: The AI fails
      Given Frank has signed up
      And the AI answers Frank no more
      When he analyses "748 Never Logged Ave, Boise, ID 83702"
      Then he is refused because the AI is not available
      And Weights & Biases has no record of the property

  Rule: Trouble at Weights & Biases is never the customer's, and no record is lost by it

    @edge:wandb_down
    Scenario: Weights & Biases is down
      Given Frank has signed up
      And Weights & Biases refuses everything about "749 Late Logged Ave, Boise, ID 83702"
      When he analyses "749 Late Logged Ave, Boise, ID 83702"
      Then he gets the analysis
      And his profile says 1 of 5

    @edge:wandb_down
    Scenario: Weights & Biases does not answer
      Given Frank has signed up
      And Weights & Biases does not answer about "754 Late Logged Ave, Boise, ID 83702"
      When he analyses "754 Late Logged Ave, Boise, ID 83702"
      And Weights & Biases takes records of "754 Late Logged Ave, Boise, ID 83702" again
      Then he has got the analysis at once
      And Weights & Biases has one record of the property

    @edge:wandb_down
    Scenario Outline: Weights & Biases <refuses> everything at first
      Given Frank has signed up
      And Weights & Biases <refuses> everything about "<address>"
      When he analyses "<address>"
      And Weights & Biases takes records of "<address>" again
      Then Weights & Biases has one record of the property
      Examples:
        | refuses  | address                              |
        | refuses  | 750 Late Logged Ave, Boise, ID 83702 |
        | puts off | 756 Late Logged Ave, Boise, ID 83702 |
        | forbids  | 757 Late Logged Ave, Boise, ID 83702 |
