Feature: The history

  What was analysed stays: it is a customer's memory. Free shows the newest ten of it.

  @edge:free_tier_history_limit_10_items @needs:paid-plans
  Rule: Free shows the newest ten, says when there are more, and keeps them all

    Scenario: Ten are ten
      Given Will is on Free with 10 analyses in his history
      When he reviews his history
      Then he sees the newest 10 and that there are no more

    Scenario: The eleventh hides one, and does not lose it
      Given Will is on Free with 11 analyses in his history
      When he reviews his history
      Then he sees the newest 10 and that there are more
      And he can still open the oldest

    Scenario: What is analysed after a look is shown, too
      Given Will is on Free with 11 analyses in his history
      When he reviews his history
      And he analyses another property
      And he reviews his history
      Then he sees the newest 10 and that there are more

    Scenario: Nor does a smaller page hide that there are more
      Given Will is on Free with 11 analyses in his history
      When he looks at 5 analyses after his newest 0
      Then he sees the newest 5 and that there are more

    Scenario: What is hidden can be compared
      Given Will is on Free with 11 analyses in his history
      When he compares his oldest analysis with his newest
      Then the ranking is of 2, best first

    Scenario: There is no way round by paging
      Given Will is on Free with 11 analyses in his history
      When he looks at 20 analyses after his newest 10
      Then he sees none

  @edge:history_paging @needs:paid-plans
  Rule: A long history comes in pages

    Scenario Outline: Ben's pages: <description>
      Given Ben is on Pro with 45 analyses in his history
      When he looks at <size> analyses after his newest <before>
      Then he sees numbers <from> to <to> of 45
      Examples:
        | description         | size | before | from | to |
        | the second          | 20   | 20     | 21   | 40 |
        | the last, not full  | 20   | 40     | 41   | 45 |
        | the smallest        | 1    | 0      | 1    | 1  |
        | all on one          | 100  | 0      | 1    | 45 |

    Scenario: Twenty when nothing else is said
      Given Ben is on Pro with 45 analyses in his history
      When he reviews his history
      Then he sees numbers 1 to 20 of 45

    Scenario: After the end
      Given Ben is on Pro with 45 analyses in his history
      When he looks at 20 analyses after his newest 45
      Then he sees none

    Scenario Outline: No such page: <description>
      Given Ben is on Pro
      When he looks at <size> analyses after his newest <before>
      Then he is refused because the page asked for is not valid
      Examples:
        | description        | size | before |
        | of nothing         | 0    | 0      |
        | too large          | 101  | 0      |
        | before the newest  | 20   | -1     |

    Scenario: Nor one whose size is no number
      Given Ben is on Pro
      When he looks at "ten" of his newest analyses
      Then he is refused because the page asked for is not valid

  @edge:history_paging
  Rule: The newest is what was submitted last, wherever and however long it took

    @needs:openai-faults @needs:paid-plans
    Scenario: The first takes longer than the second
      Given Rita is on Pro with 0 of 60 analyses used
      And the AI takes its time over Rita's "12 Elm St, Austin, TX 78701"
      When she analyses "7777 Rush St, Berkeley, CA 94701"
      And the AI answers
      Then her history shows 2 analyses

    Scenario: Analysed on the laptop, looked at on the phone
      Given Will has analysed 2 properties
      And he has logged in on his phone too
      When he takes his phone in hand
      And he reviews his history
      And he takes his laptop in hand
      And he analyses another property
      And he takes his phone in hand
      And he reviews his history
      Then he sees his history

  @edge:unknown_analysis
  Rule: An analysis that there is not cannot be opened

    Scenario: An id that was never given out
      Given Will has analysed 1 properties
      When he opens an analysis that there is not
      Then he is refused because there is no such thing

    Scenario: No id at all
      Given Will has analysed 1 properties
      When he opens the analysis "the blue house"
      Then he is refused because there is no such thing
