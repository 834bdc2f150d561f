@needs:openai-faults @needs:paid-plans
Feature: The allowance when requests arrive together

  Customers with several deals on the table submit them all at once, at the end of the month too.

  Rule: The allowance is exact even when requests arrive together

    @edge:concurrent_analyses_10_requests
    Scenario: Ten at once with three left
      Given Paula is on Pro with 57 of 60 analyses used
      When she submits 10 different properties at the same moment
      Then exactly 3 are analysed and in her history
      And 7 are refused with "Usage limit reached"
      And her profile says 60 of 60

    @edge:concurrent_analyses_3_requests
    Scenario: Three at once with one left
      Given Frank is on Free with 4 of 5 analyses used
      When he submits 3 different properties at the same moment
      Then exactly 1 is analysed and in his history
      And 2 are refused with "Free tier limit reached. Upgrade to continue."
      And his profile says 5 of 5

    @edge:concurrent_analyses_3_requests
    Scenario: The last one, on each of two devices
      Given Frank is on Free with 4 of 5 analyses used
      And he has logged in on his phone too
      When he submits a property on his laptop and another on his phone at the same moment
      Then exactly 1 is analysed and in his history
      And 1 is refused with "Free tier limit reached. Upgrade to continue."
      And his profile says 5 of 5

  Rule: Analyses do not wait for one another

    @edge:concurrent_analyses_3_requests
    Scenario: Three houses for a client on the phone
      Given Rita is on Pro with 12 of 60 analyses used
      When she submits 3 different properties at the same moment
      Then exactly 3 are analysed and in her history
      And her profile says 15 of 60

  Rule: What fails in a burst gives its place back

    @edge:burst_with_failure
    Scenario: The AI fails one of the last three
      Given Paula is on Pro with 57 of 60 analyses used
      And the AI breaks down for Paula
      When she submits 3 different properties at the same moment
      Then exactly 2 are analysed and in her history
      And 1 is refused because the AI is not available
      And her profile says 59 of 60

    @edge:burst_with_failure
    Scenario: The place is there for the next one
      Given Frank is on Free with 4 of 5 analyses used
      And the AI breaks down for Frank
      When he analyses one more property
      Then he is refused because the AI is not available
      And his next analysis works
      And his profile says 5 of 5

  Rule: An analysis that is under way while the plan changes counts in the new plan

    @edge:plan_changes_mid_analysis @needs:stripe-mock
    Scenario: Paid for while the AI is at work
      Given Frank is on Free with 4 of 5 analyses used
      And the AI is at work on Frank's "12 Elm St, Austin, TX 78701"
      When he subscribes to Starter
      And the AI answers
      Then he gets the analysis
      And the analysis counts as 5 of 30
      And he is not warned

    @edge:plan_changes_mid_analysis @needs:stripe-mock
    Scenario: Over while the AI is at work
      Given Rita is on Pro with 2 of 60 analyses used
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      When her subscription ends at Stripe
      And the AI answers
      Then she gets the analysis
      And the analysis counts as 3 of 5
