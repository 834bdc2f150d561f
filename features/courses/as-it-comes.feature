@edge:courses_of_events @needs:clock @needs:stripe-mock @needs:openai-faults
Feature: As it comes

  Each example elsewhere shows one rule. Customers live with all of them at once: they buy, forget, come back, ask, pay late.
  Here chance decides what is done next, by the course's number, and each answer is held against what the rules make of all before.

  Rule: Whatever was done before, in whatever order, the rules hold

    Scenario Outline: From Free, course <course>
      Given Frank used <used> free analyses on <date>
      When he goes on as it comes, 30 deeds long, in course <course>
      Then each answer to him follows from all that was done before
      Examples:
        | course | used | date                |
        | 1      | 0    | 31 January 12:00:00 |

    @needs:paid-plans @needs:user-seeding
    Scenario Outline: From <plan>, course <course>
      Given Rita is on <plan> with <used> of <of> analyses used
      When she goes on as it comes, 30 deeds long, in course <course>
      Then each answer to her follows from all that was done before
      Examples:
        | course | plan | used | of |
        | 12     | Pro  | 55   | 60 |
