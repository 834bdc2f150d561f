@edge:analysis_rating_bounds @needs:openai-faults
Feature: The AI's score in a word

  The AI gives points, customers remember the word. A word that is one step too high sells a bad deal.

  Rule: An analysis is Excellent from 80, Good from 65, Fair from 50, Poor from 35, else to be avoided

    Scenario Outline: The AI gives <score>
      Given Carol has signed up
      And the AI gives Carol's properties a score of <score>
      When she analyses "64 Points St, Tucson, AZ 85701"
      Then the analysis scores <score> and is called "<rating>"
      Examples:
        | score | rating    |
        | 100   | Excellent |
        | 80    | Excellent |
        | 79.99 | Good      |
        | 65    | Good      |
        | 64.99 | Fair      |
        | 50    | Fair      |
        | 49.99 | Poor      |
        | 35    | Poor      |
        | 34.99 | Avoid     |
        | 0     | Avoid     |

  Rule: The points alone are an analysis, whatever else the AI leaves out

    Scenario: The AI gives its points without a word
      Given Carol has signed up
      And the AI gives Carol's properties a score of 72 without a word
      When she analyses "64 Points St, Tucson, AZ 85701"
      Then the analysis scores 72 and is called "Good"
      And her profile says 1 of 5
