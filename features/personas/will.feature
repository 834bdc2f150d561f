@persona:will
Feature: Will, weekend warrior, makes the most of Free

  Will invests on the side and watches his budget. He analyses two to four properties on an evening or a
  weekend, often looks back at what he had, and compares prices without ever buying.

  Rule: Free shows Will where it ends, and takes nothing from him

    @edge:free_tier_export_restriction
    Scenario: No export on Free
      Given Will has analysed 3 properties
      When he exports his newest 3 analyses as "pdf"
      Then he is refused with "Export feature requires paid subscription"
      And his history still shows 3 analyses

    @edge:free_tier_history_limit_10_items
    Scenario: Ten analyses are shown, the older ones are kept
      Given Will is on Free with 14 analyses in his history
      When he reviews his history
      Then he sees the newest 10 and that there are more
      And he can still open the oldest

  Rule: Looking at prices costs nothing and changes nothing

    @edge:price_shopping_no_conversion
    Scenario: Will looks, opens a checkout, and leaves
      Given Will has analysed 3 properties
      And he has looked at the prices
      When he opens a checkout for Starter and leaves
      Then he is still on Free with 3 of 5 used
      And he pays Stripe for nothing
      And Slack has heard nothing of him

  Rule: An evening on the sofa has pauses, and a long one ends the session

    @edge:off_peak_hours_usage_evening @needs:clock
    Scenario: Between seven and ten
      Given Will logs in at 19:00:00
      When he analyses 3 properties, 25 minutes apart
      Then he has used 3 analyses
      And he has not had to log in again

    @edge:session_timeout_30_minutes @needs:clock
    Scenario: Dinner took too long
      Given Will was last active at 20:00:00
      When he reviews his history at 20:31:00
      Then he must log in again
