@edge:duplicate_analysis_submission
Feature: The same property twice

  Fingers click twice and browsers repeat themselves. That must not cost a second analysis.

  @needs:openai-faults
  Rule: The same address again within a second is one analysis, counted once

    Scenario: A double click
      Given Frank has analysed 2 properties
      When he submits "12 Elm St, Austin, TX 78701" 2 times at the same moment
      Then he has got one analysis 2 times
      And the AI was asked about it once, in his name
      And his profile says 3 of 5
      And his history shows 3 analyses

    @needs:clock @needs:user-seeding
    Scenario Outline: Twice, <description>
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701" twice, <seconds> seconds apart
      Then she has got <outcome>
      And her profile says <used> of 60
      And her history shows <used> analyses
      Examples:
        | description           | seconds | outcome              | used |
        | just within a second  | 0.999   | one analysis 2 times | 13   |
        | a whole second apart  | 1.000   | 2 analyses           | 14   |

    @needs:clock @needs:user-seeding
    Scenario: A repetition does not make the second longer
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701" 3 times, 0.6 seconds apart
      Then her profile says 14 of 60

    @needs:clock @needs:user-seeding
    Scenario: A click on another house in between
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701" and at once "7777 Rush St, Berkeley, CA 94701"
      And she analyses "12 Elm St, Austin, TX 78701"
      Then her profile says 14 of 60
      And her history shows 14 analyses

    @needs:clock @needs:user-seeding
    Scenario: The second begins with the first click, not with its answer
      Given Rita is on Pro with 12 of 60 analyses used
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      When the AI answers 5 seconds later
      And she analyses "12 Elm St, Austin, TX 78701"
      Then she has got 2 analyses
      And her profile says 14 of 60

    @needs:clock
    Scenario: One click on each of two devices
      Given Frank has signed up
      And he has logged in on his phone too
      When he analyses "12 Elm St, Austin, TX 78701" on his laptop and at once on his phone
      Then he has got one analysis 2 times
      And his profile says 1 of 5

    @needs:clock @needs:user-seeding
    Scenario: A double click a second after a first try
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses "6666 Urgent Ave, Oakland, CA 94601" and at once "7777 Rush St, Berkeley, CA 94701"
      And she analyses "12 Elm St, Austin, TX 78701" twice, 1.000 seconds apart
      And she analyses "12 Elm St, Austin, TX 78701"
      Then she has got one analysis 2 times
      And her profile says 16 of 60

    @needs:clock
    Scenario: A double click as one month becomes another
      Given Will used 2 free analyses on 31 March 23:59:59.6
      When he analyses "12 Elm St, Austin, TX 78701" twice, 0.8 seconds apart
      Then he has got one analysis 2 times
      And his profile says 0 of 5
      And his history shows 3 analyses

    @needs:clock @needs:user-seeding @needs:stripe-mock
    Scenario: A renewal between two clicks
      Given Rita is on Pro with 12 of 60 analyses used
      When she analyses "12 Elm St, Austin, TX 78701" and at once "7777 Rush St, Berkeley, CA 94701"
      And Stripe tells of a renewal of Rita's plan
      And she analyses "12 Elm St, Austin, TX 78701"
      Then her profile says 0 of 60
      And her history shows 14 analyses

  @needs:openai-faults @needs:paid-plans @needs:clock
  Rule: While the first is at work, a second has to pass even longer

    Scenario: Impatience
      Given Rita is on Pro with 12 of 60 analyses used
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      When she submits "12 Elm St, Austin, TX 78701" again, 5 seconds later
      Then she has got one analysis 2 times
      And the AI was asked about it once, in her name
      And her profile says 13 of 60

    @needs:stripe-mock
    Scenario: An upgrade while the AI is at work
      Given Paula is on Pro with 12 of 60 analyses used
      And the AI is at work on Paula's "12 Elm St, Austin, TX 78701"
      And she has subscribed to Elite
      When she submits "12 Elm St, Austin, TX 78701" again, 5 seconds later
      Then she has got one analysis 2 times
      And her profile says 13 of 100

    @edge:azure_openai_unavailable
    Scenario: Impatience in vain
      Given Rita is on Pro with 12 of 60 analyses used
      And the AI breaks down for Rita
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      When she submits "12 Elm St, Austin, TX 78701" again, 5 seconds later
      Then each of her 2 analyses is refused because the AI is not available
      And the AI was asked about it once, in her name
      And her profile says 12 of 60

  @needs:openai-faults
  Rule: The last place is enough for a property that is submitted several times

    Scenario: Three clicks at the limit
      Given Frank has analysed 4 properties
      When he submits "12 Elm St, Austin, TX 78701" 3 times at the same moment
      Then he has got one analysis 3 times
      And his profile says 5 of 5

    Scenario: Again, when nothing is left
      Given Frank has analysed 4 properties
      When he analyses "12 Elm St, Austin, TX 78701" and at once "12 Elm St, Austin, TX 78701"
      Then he has got one analysis 2 times
      And he is warned "5 of 5 free analyses used"
      And his profile says 5 of 5
