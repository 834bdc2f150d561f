@serial @own-host @strong-hashing
Feature: The time that a refused login takes

  A refusal that comes faster for unknown addresses hands out the list of PropIQ's customers.

  Rule: The time of a refusal does not tell whether there is an account

    @edge:account_enumeration_by_time @needs:own-host @needs:strong-hashing
    Scenario: Mallory holds a stopwatch
      Given Paula has signed up
      And Rita has signed up
      And Ben has signed up
      When somebody tries wrong passwords for these three, and for addresses without an account, by turns
      Then the refusals take about the same time
