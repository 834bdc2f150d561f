@needs:own-host @needs:openai-faults @own-host
Feature: PropIQ crashes

  Machines are restarted at the worst moment. What was not finished must not be paid for.

  @edge:crash_before_commit @needs:paid-plans
  Rule: An analysis that a crash cut short is neither kept nor counted

    Scenario: A crash between the AI's answer and the customer's
      Given Rita is on Pro with 59 of 60 analyses used
      And the AI is at work on Rita's "12 Elm St, Austin, TX 78701"
      When PropIQ crashes before the AI answers
      Then once PropIQ is back, her history and count are unchanged
      And her next analysis works
      And her profile says 60 of 60

  @edge:crash_keeps_what_was_answered
  Rule: What PropIQ has answered outlives a crash

    Scenario: A crash in the middle of an evening
      Given Will has analysed 2 properties
      And he has asked support "What is a cap rate?"
      When PropIQ crashes and comes back
      Then his profile says 2 of 5
      And his history shows 2 analyses
      And his conversation still holds "What is a cap rate?" and an answer alone
      And he can go on on his laptop

  @edge:mailer_down @edge:wandb_down @needs:email-mock @needs:wandb-mock
  Rule: What PropIQ owes others is told even if it crashes before it could

    Scenario: A crash before the welcome and the record
      Given the mailer refuses everything for Will
      And Weights & Biases refuses everything about "755 Late Logged Ave, Boise, ID 83702"
      When Will signs up
      And he analyses "755 Late Logged Ave, Boise, ID 83702"
      And PropIQ crashes and comes back
      And Weights & Biases takes records of "755 Late Logged Ave, Boise, ID 83702" again
      Then the mailer, once it is well again, has welcomed him exactly once
      And Weights & Biases has one record of the property
