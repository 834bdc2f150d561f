@needs:openai-faults
Feature: What the AI is asked

  Each question to the AI costs money, and names whose question it is, so that abuse can be traced and costs can be added up.

  Rule: Each analysis is one question to gpt-4o-mini in the customer's own name

    @edge:ai_asked_in_the_accounts_name
    Scenario: One analysis, one question
      Given Carol has signed up
      When she analyses "12 Single Question Rd, Boise, ID 83702"
      Then the AI was asked once in Carol's name
      And the AI was told "12 Single Question Rd, Boise, ID 83702"

  Rule: What an analysis cost is what the AI says that it took

    @edge:ai_tokens_read_back
    Scenario: Tokens as the AI counted them
      Given Carol has signed up
      And the AI reads 1234 tokens and writes 567 for Carol
      When she analyses "13 Single Question Rd, Boise, ID 83702"
      Then the analysis tells of 1234 tokens read and 567 written

  Rule: Nor does support count otherwise

    @edge:ai_tokens_read_back
    Scenario: A question's tokens as the AI counted them
      Given Carol has signed up
      And the AI reads 1234 tokens and writes 567 for Carol
      When she asks support "What is a cap rate?"
      Then support's answer tells of 1234 tokens read and 567 written
