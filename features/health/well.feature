@edge:health_when_well
Feature: PropIQ says that it is well

  Whoever watches over PropIQ asks it how it is, and learns which version answers and by which contract.

  Rule: PropIQ is well when its database, Stripe and the AI are

    Scenario: A look in passing
      When Will asks how PropIQ is
      Then PropIQ is well
