@edge:clarity_tag_present
Feature: Visits are seen by Microsoft Clarity

  The team learns from Clarity's heatmaps where visitors get lost.

  Rule: The front page tells PropIQ's project at Clarity of each visit

    Scenario: Will comes by
      When Will opens the front page
      Then the page tells Clarity's project "tts5hc8zf8" of the visit
