@needs:paid-plans
Feature: A warning before the allowance ends

  A customer who reads in time that the month's analyses run out can choose the important ones, or upgrade.

  @edge:free_tier_soft_warning_4of5
  Rule: On Free, PropIQ warns from the fourth of five analyses on

    Scenario Outline: On Free, the <description>
      Given Carol is on Free with <used> of 5 analyses used
      When she analyses one more property
      Then <warning>
      And the analysis counts as <now> of 5
      Examples:
        | description              | used | now | warning                                   |
        | third: there is time     | 2    | 3   | she is not warned                         |
        | fourth: one is left      | 3    | 4   | she is warned "4 of 5 free analyses used" |
        | fifth: that was the last | 4    | 5   | she is warned "5 of 5 free analyses used" |

  @edge:paid_tier_limit_warning_28_of_30
  Rule: On Starter, PropIQ warns from the twenty-eighth of thirty analyses on

    Scenario Outline: On Starter, the <description>
      Given Carol is on Starter with <used> of 30 analyses used
      When she analyses one more property
      Then <warning>
      And the analysis counts as <now> of 30
      Examples:
        | description                     | used | now | warning                                          |
        | twenty-seventh: there is time   | 26   | 27  | she is not warned                                |
        | twenty-eighth: two are left     | 27   | 28  | she is warned "28 of 30 analyses used this month" |
        | thirtieth: that was the last    | 29   | 30  | she is warned "30 of 30 analyses used this month" |

  @edge:paid_tier_limit_warning_58_of_60 @edge:usage_limit_warning_60_analyses
  Rule: On Pro, PropIQ warns from the fifty-eighth of sixty analyses on

    Scenario Outline: On Pro, the <description>
      Given Carol is on Pro with <used> of 60 analyses used
      When she analyses one more property
      Then <warning>
      And the analysis counts as <now> of 60
      Examples:
        | description                  | used | now | warning                                          |
        | fifty-seventh: there is time | 56   | 57  | she is not warned                                |
        | fifty-eighth: two are left   | 57   | 58  | she is warned "58 of 60 analyses used this month" |
        | sixtieth: that was the last  | 59   | 60  | she is warned "60 of 60 analyses used this month" |

  @edge:paid_tier_limit_warning_98_of_100
  Rule: On Elite, PropIQ warns from the ninety-eighth of a hundred analyses on

    Scenario Outline: On Elite, the <description>
      Given Carol is on Elite with <used> of 100 analyses used
      When she analyses one more property
      Then <warning>
      And the analysis counts as <now> of 100
      Examples:
        | description                   | used | now | warning                                            |
        | ninety-seventh: there is time | 96   | 97  | she is not warned                                  |
        | ninety-eighth: two are left   | 97   | 98  | she is warned "98 of 100 analyses used this month"  |
        | hundredth: that was the last  | 99   | 100 | she is warned "100 of 100 analyses used this month" |

  @edge:paid_tier_limit_warning_28_of_30 @edge:paid_tier_limit_warning_58_of_60 @edge:paid_tier_limit_warning_98_of_100
  Rule: Each of the last analyses is warned of, not the first of them alone

    Scenario Outline: The last three on <plan>
      Given Carol is on <plan> with <used> of <limit> analyses used
      When she analyses 3 different properties
      Then she is warned one after the other:
        | warning                                       |
        | <first> of <limit> analyses used this month   |
        | <second> of <limit> analyses used this month  |
        | <limit> of <limit> analyses used this month   |
      Examples:
        | plan    | used | first | second | limit |
        | Starter | 27   | 28    | 29     | 30    |
        | Pro     | 57   | 58    | 59     | 60    |
        | Elite   | 97   | 98    | 99     | 100   |

  @edge:mid_month_tier_upgrade @needs:stripe-mock
  Rule: The plan that is paid for now decides, not the one before

    Scenario: No warning after an upgrade
      Given Frank has analysed 4 properties
      And he has subscribed to Starter
      When he analyses another property
      Then he is not warned

  @edge:free_tier_soft_warning_4of5 @edge:paid_tier_limit_warning_58_of_60 @needs:openai-faults
  Rule: Of analyses that are made at the same time each is warned of by its own number

    Scenario Outline: The last ones on <plan>, all at once
      Given Carol is on <plan> with <used> of <limit> analyses used
      When she submits 2 different properties at the same moment
      Then exactly 2 are analysed and in her history
      And she is warned, one way round or the other, "<first>" and "<second>"
      Examples:
        | plan | used | limit | first                              | second                             |
        | Free | 3    | 5     | 4 of 5 free analyses used          | 5 of 5 free analyses used          |
        | Pro  | 57   | 60    | 58 of 60 analyses used this month  | 59 of 60 analyses used this month  |
