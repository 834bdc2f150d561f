@edge:comparison_ranking @needs:openai-faults
Feature: Comparing properties

  With three houses on the table the client asks one question: which one? The ranking answers it, best first.

  Rule: The best score comes first, in whatever order the properties are named

    Scenario: Three houses for a client
      Given Rita has signed up
      And she has analysed, one after the other:
        | address                            | score |
        | 6666 Urgent Ave, Oakland, CA 94601 | 61.5  |
        | 7777 Rush St, Berkeley, CA 94701   | 82    |
        | 8888 Quick Ln, Alameda, CA 94501   | 61.4  |
      When she compares:
        | address                            |
        | 8888 Quick Ln, Alameda, CA 94501   |
        | 6666 Urgent Ave, Oakland, CA 94601 |
        | 7777 Rush St, Berkeley, CA 94701   |
      Then the ranking is:
        | address                            |
        | 7777 Rush St, Berkeley, CA 94701   |
        | 6666 Urgent Ave, Oakland, CA 94601 |
        | 8888 Quick Ln, Alameda, CA 94501   |
      And her profile still says 3 of 5

    Scenario: A house abroad is worth its score
      Given Rita has signed up
      And she has analysed, one after the other:
        | address                               | score |
        | 6666 Urgent Ave, Oakland, CA 94601    | 70    |
        | 1 Macquarie St, Sydney NSW 2000       | 90    |
      When she compares:
        | address                               |
        | 6666 Urgent Ave, Oakland, CA 94601    |
        | 1 Macquarie St, Sydney NSW 2000       |
      Then the ranking is:
        | address                               |
        | 1 Macquarie St, Sydney NSW 2000       |
        | 6666 Urgent Ave, Oakland, CA 94601    |

    Scenario: A hundred is more than nine
      Given Rita has signed up
      And she has analysed, one after the other:
        | address                            | score |
        | 6666 Urgent Ave, Oakland, CA 94601 | 9     |
        | 7777 Rush St, Berkeley, CA 94701   | 100   |
      When she compares:
        | address                            |
        | 6666 Urgent Ave, Oakland, CA 94601 |
        | 7777 Rush St, Berkeley, CA 94701   |
      Then the ranking is:
        | address                            |
        | 7777 Rush St, Berkeley, CA 94701   |
        | 6666 Urgent Ave, Oakland, CA 94601 |

  Rule: Equal scores keep a place each, behind whatever is better

    Scenario: A tie behind the best
      Given Rita has signed up
      And she has analysed, one after the other:
        | address                            | score |
        | 6666 Urgent Ave, Oakland, CA 94601 | 70    |
        | 7777 Rush St, Berkeley, CA 94701   | 70    |
        | 8888 Quick Ln, Alameda, CA 94501   | 90    |
        | 9999 Hurry Ct, Oakland, CA 94602   | 70    |
      When she compares her newest 4 analyses
      Then the ranking is of 4, best first

    @needs:clock
    Scenario: One house that was analysed twice
      Given Rita has signed up
      When she analyses "12 Elm St, Austin, TX 78701" twice, 2 seconds apart
      And she compares her newest 2 analyses
      Then the ranking is of 2, best first
