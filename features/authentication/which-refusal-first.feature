Feature: Which refusal comes first

  When two things are wrong at once, the answer is the same every time: who is not let in learns nothing more, and
  nobody is told to buy a bigger plan for a slip of the finger.

  Rule: Refusals come in a fixed order

    @edge:order_of_refusals
    Scenario Outline: <mistakes>
      Given Will is on Free with 5 of 5 analyses used
      When he asks amiss: <mistakes>
      Then he is refused because <reason>
      Examples:
        | mistakes                                                | reason                             |
        | garbled text, not logged in                             | the request cannot be read         |
        | a blank address, not logged in                          | nobody can tell who is asking      |
        | far too long a description, not logged in               | nobody can tell who is asking      |
        | more than anybody can read, not logged in               | nobody can tell who is asking      |
        | a blank address, with far too long a description        | the text is too long for the AI    |
        | a blank address, with no analyses left                  | the address is not valid           |
        | a kind of property that is none, with no analyses left  | the property type is unknown       |
        | a price of nothing, with no analyses left               | the price is not valid             |
        | one analysis alone to compare, that is not there        | the comparison is not valid        |
        | a move to a plan that is not there, on Free             | the plan is unknown                |
        | an unknown format to export in, on Free                 | the export order is not valid      |
        | an analysis to export that is not there, on Free        | exports need a paid plan           |
        | an empty message, to a conversation that is not there   | the message is not valid           |
        | a checkout for Free, where he is already                | the plan is unknown                |

      @needs:clock
      Examples: in a hurry
        | mistakes                                                | reason                             |
        | a blank address, in the 21st request of a second        | there were too many requests       |
        | far too long a description, in the 21st request of a second | there were too many requests   |
        | garbled text, in the 21st request of a second           | the request cannot be read         |

      @needs:openai-faults
      Examples: with the AI down
        | mistakes                                                | reason                             |
        | a good address, with no analyses left and the AI down   | the free allowance is used up      |

    @edge:order_of_refusals
    Scenario Outline: A second click is read like the first: <mistakes>
      Given Will is on Free with 4 of 5 analyses used
      When he asks amiss: <mistakes>
      Then he is refused because <reason>
      And his profile still says 5 of 5
      Examples:
        | mistakes                                           | reason                          |
        | a price of nothing, in a second click              | the price is not valid          |
        | a kind of property that is none, in a second click | the property type is unknown    |
        | far too long a description, in a second click      | the text is too long for the AI |
