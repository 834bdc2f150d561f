@needs:openai-faults @needs:paid-plans
Feature: What an analysis costs

  PropIQ pays the AI by the token: $0.00015 for 1,000 that it reads, $0.0006 for 1,000 that it writes.

  @edge:analysis_cost
  Rule: The cost of an analysis is its tokens at their prices, to the last digit

    Scenario Outline: <description>
      Given Rita is on Pro
      When she analyses a property for which the AI reads <read> tokens and writes <written>
      Then the analysis of <read> and <written> tokens costs <cost>
      Examples:
        | description          | read   | written | cost        |
        | a usual one          | 500    | 1500    | $0.000975   |
        | less than a rounding | 1      | 1       | $0.00000075 |
        | an odd one           | 123    | 457     | $0.00029265 |
        | the longest          | 100000 | 16384   | $0.0248304  |

    Scenario: Support was asked before
      Given Rita is on Pro
      And she has asked support "What is a cap rate?"
      When she analyses a property for which the AI reads 500 tokens and writes 1500
      Then the analysis of 500 and 1500 tokens costs $0.000975
