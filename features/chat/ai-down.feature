@edge:chat_ai_unavailable @needs:openai-faults
Feature: Support without its AI

  When the AI is down, the customer is told so, and his conversation waits for him as it was.

  Rule: A question that got no answer is said to have got none, and is not kept

    Scenario: The AI goes down in the middle of a conversation
      Given Frank has signed up
      When he asks support "What is a cap rate?"
      And the AI answers Frank no more
      And he asks support "And is 6 % any good?"
      Then he is refused because the AI is not available
      And his conversation keeps:
        | question            |
        | What is a cap rate? |

    Scenario: The AI is back
      Given Frank has signed up
      When he asks support "What is a cap rate?"
      And the AI answers Frank no more
      And he asks support "And is 6 % any good?"
      And the AI answers Frank again
      And he asks support "Hello?"
      Then the AI was reminded of all that was said before "Hello?"
      And his conversation keeps:
        | question            |
        | What is a cap rate? |
        | Hello?              |

    Scenario: The AI is back after many questions in vain
      Given Frank has signed up
      When the AI answers Frank no more
      And he asks support "And is 6 % any good?" 12 times
      And the AI answers Frank again
      And he asks support "Hello?"
      Then his conversation keeps:
        | question |
        | Hello?   |
      And his next analysis works
