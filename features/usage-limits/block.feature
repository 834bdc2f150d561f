@needs:paid-plans
Feature: The block at the limit

  A plan's allowance is what its price buys: not one analysis more, and not one less.

  Rule: At the limit an analysis is refused, with the plan that would help

    @edge:free_tier_hard_block_5of5
    Scenario: Free ends at five
      Given Frank is on Free with 5 of 5 analyses used
      When he analyses one more property
      Then he is refused with "Free tier limit reached. Upgrade to continue."
      And he is told that 5 of 5 are used
      And he is pointed to Starter

    @edge:usage_limit_hard_block
    Scenario Outline: <plan> ends at <limit>
      Given Carol is on <plan> with <limit> of <limit> analyses used
      When she analyses one more property
      Then she is refused with "Usage limit reached"
      And she is told that <limit> of <limit> are used
      And she is pointed to <upgrade>
      Examples:
        | plan    | limit | upgrade |
        | Starter | 30    | Pro     |
        | Pro     | 60    | Elite   |
        | Elite   | 100   | no plan |

  Rule: A refused analysis costs nobody anything

    @edge:usage_limit_hard_block @needs:openai-faults
    Scenario: The AI is not bothered
      Given Rita is on Pro with 60 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701"
      Then she is refused with "Usage limit reached"
      And the AI was not asked about it
      And her profile still says 60 of 60

  Rule: Whoever has used more than the plan allows has none left, not less than none

    @edge:usage_above_limit
    Scenario: Back on Free after a busy month
      Given Will is on Free with 9 of 5 analyses used
      When he analyses one more property
      Then he is refused with "Free tier limit reached. Upgrade to continue."
      And he is told that 9 of 5 are used
      And his profile still says 9 of 5
