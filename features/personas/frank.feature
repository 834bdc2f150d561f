@persona:frank
Feature: Frank, first-time investor, uses up Free

  Frank is 28, a software engineer, and looks for his first investment property. He analyses two to five
  properties in a session, once a week, and asks support whenever a term is new to him. He begins on Free.

  Rule: Free is five analyses a month, and Frank is told before they are gone

    @smoke
    Scenario: From sign-up to the block
      Given Frank has signed up
      When he analyses 5 different properties
      And he analyses "2468 Starter Ave, Raleigh, NC 27601"
      Then he is refused with "Free tier limit reached. Upgrade to continue."
      And he is pointed to Starter
      And his profile still says 5 of 5

    Scenario: The fourth analysis comes with a warning
      Given Frank has analysed 3 properties
      When he analyses "1357 First Home Dr, Durham, NC 27701"
      Then he is warned "4 of 5 free analyses used"
      And his profile says 4 of 5

    Scenario: The fifth analysis still works
      Given Frank has analysed 4 properties
      When he analyses "8642 Cozy Ct, Cary, NC 27511"
      Then he is warned "5 of 5 free analyses used"
      And his history shows 5 analyses
