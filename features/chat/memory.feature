@edge:chat_is_remembered @needs:openai-faults
Feature: A conversation with support

  A beginner asks one thing after another. Support that forgets what was just said sends him round in circles.

  Rule: Whatever was said before is given to the AI with each question

    @edge:support_chat_high_volume_5_messages
    Scenario: Six questions, one after another
      Given Frank has signed up
      When he asks support:
        | question                                       |
        | I am looking at 1357 First Home Dr in Durham.  |
        | What does "cash-on-cash" mean?                 |
        | Is a cap rate of 6 % any good?                 |
        | How much should I put aside for repairs?       |
        | What is the 1 % rule?                          |
        | So, what do you think of the house in Durham?  |
      Then support has answered each question, in one conversation
      And the AI was reminded of all that was said before "So, what do you think of the house in Durham?"

    Scenario: A message comes back as it was written
      Given Frank has signed up
      When he asks support:
        | question                                          |
        | <b>Is it "safe" & sound?</b> Ist das für 5 € üblich? 🏠 |
        | Dziękuję                                          |
      Then his conversation keeps:
        | question                                          |
        | <b>Is it "safe" & sound?</b> Ist das für 5 € üblich? 🏠 |
        | Dziękuję                                          |

    Scenario: Two questions at the same moment
      Given Frank has signed up
      And he has asked support "I am looking at 1357 First Home Dr in Durham."
      When he asks support "What is a cap rate?" and "Is 6 % any good?" at the same moment
      Then his conversation keeps all that was asked and answered

    Scenario: Frank goes on the next time that he logs in
      Given Frank has signed up
      And he has asked support "I am looking at 1357 First Home Dr in Durham."
      When he logs in once more
      And he asks support "What is a cap rate?"
      Then the AI was reminded of all that was said before "What is a cap rate?"
      And his conversation keeps all that was asked and answered

    @needs:stripe-mock
    Scenario: Frank goes on after he has bought a plan
      Given Frank has signed up
      And he has asked support "I am looking at 1357 First Home Dr in Durham."
      When he subscribes to Starter
      And he asks support "What is a cap rate?"
      Then the AI was reminded of all that was said before "What is a cap rate?"

    Scenario: Another conversation begins with nothing
      Given Frank has signed up
      And he has asked support "I am looking at 1357 First Home Dr in Durham."
      When he begins another conversation with "What is the 1 % rule?"
      Then that is another conversation
      And the AI was told nothing of "1357 First Home Dr"
      And his conversation still holds "I am looking at 1357 First Home Dr in Durham." and an answer alone

    Scenario: Back to the former conversation
      Given Frank has signed up
      And he has asked support "I am looking at 1357 First Home Dr in Durham."
      When he begins another conversation with "What is the 1 % rule?"
      And he asks support "What is a cap rate?"
      Then the AI was reminded of all that was said before "What is a cap rate?"
      And the AI was told nothing of "the 1 % rule"

    Scenario: A long evening
      Given Frank has signed up
      When he asks support "And what else?" 12 times
      Then support has answered each question, in one conversation

    Scenario: On the phone as on the laptop
      Given Frank has signed up
      And he has asked support "I am looking at 1357 First Home Dr in Durham."
      And he has logged in on his phone too
      When he takes his phone in hand
      And he asks support "What is a cap rate?"
      And he takes his laptop in hand
      Then the AI was reminded of all that was said before "What is a cap rate?"

  Rule: A conversation that never was cannot be read, nor gone on with

    Scenario: Going on
      Given Frank has signed up
      When he goes on with a conversation that never was
      Then he is refused because there is no such thing
      And the AI was not asked

    Scenario: Reading
      Given Frank has signed up
      When he opens a conversation that never was
      Then he is refused because there is no such thing
