@needs:clock @edge:usage_counter_monthly_reset
Feature: A new month on Free

  Free is five analyses a calendar month. Months begin at midnight UTC, wherever the customer lives.

  Rule: The count starts anew with the month, and not a second earlier

    Scenario Outline: A sixth analysis, <description>
      Given Will used 5 free analyses on <day>
      When he analyses one more property on <moment>
      Then <outcome>
      Examples:
        | description                     | day         | moment               | outcome                                                           |
        | in the last second of a month   | 31 March    | 31 March 23:59:59    | he is refused with "Free tier limit reached. Upgrade to continue." |
        | as a month begins               | 31 March    | 1 April 00:00:00     | his profile says 1 of 5                                           |
        | on a short month's last evening | 30 April    | 30 April 23:59:59    | he is refused with "Free tier limit reached. Upgrade to continue." |
        | in the last second of a leap day | 29 February | 29 February 23:59:59 | he is refused with "Free tier limit reached. Upgrade to continue." |
        | after a leap day                | 29 February | 1 March 00:00:00     | his profile says 1 of 5                                           |
        | in the new year                 | 31 December | 1 January 00:00:00   | his profile says 1 of 5                                           |

    Scenario Outline: An evening in California: <description>
      Given Will used 5 free analyses on 31 March
      When he analyses one more property on <moment>
      Then <outcome>
      Examples:
        | description            | moment                    | outcome                                                           |
        | still March everywhere | 31 March 16:59:59 Pacific | he is refused with "Free tier limit reached. Upgrade to continue." |
        | April in UTC           | 31 March 19:00 Pacific    | his profile says 1 of 5                                           |

  Rule: The profile says when the count starts anew, and shows it then

    Scenario: Will looks before he analyses
      Given Will used 5 free analyses on 31 March
      When he comes back on 1 April
      Then his profile says 0 of 5
      And his allowance starts anew on 1 May

    Scenario Outline: On the last day of <month>
      Given Will used 2 free analyses on 31 <month>
      When he comes back on 31 <month> 23:59:59
      Then his profile says 2 of 5
      And his allowance starts anew on 1 <next>
      Examples:
        | month    | next     |
        | January  | February |
        | December | January  |

  Rule: A month starts once

    Scenario: Later in the same month
      Given Will used 5 free analyses on 31 March
      And he used 3 more on 1 April
      When he analyses one more property on 30 April 23:59:59
      Then his profile says 4 of 5

    Scenario Outline: The month after that: <description>
      Given Will used 5 free analyses on 31 March
      And he used 5 more on 1 April
      When he analyses one more property on <moment>
      Then <outcome>
      Examples:
        | description           | moment            | outcome                                                            |
        | April's are used up   | 30 April 23:59:59 | he is refused with "Free tier limit reached. Upgrade to continue." |
        | May begins            | 1 May 00:00:00    | his profile says 1 of 5                                            |

    Scenario: The new month's warnings
      Given Will used 5 free analyses on 31 March
      And he used 3 more on 1 April
      When he analyses one more property on 2 April
      Then he is warned "4 of 5 free analyses used"

    Scenario: March, a year later
      Given Will used 5 free analyses on 31 March
      When he comes back on 30 March
      Then his profile says 0 of 5

    @needs:stripe-mock
    Scenario: Frank buys before he does anything else in the new month
      Given Frank used 5 free analyses on 31 March
      When he comes back on 1 April
      And he subscribes to Starter
      Then he is on Starter with 0 of 30 used

  @needs:user-seeding
  Rule: A paid month is not the calendar's

    Scenario: The first of the month means nothing to Pro
      Given Ben is on Pro with 60 of 60 analyses used
      When he analyses one more property on the 1st of the next month
      Then he is refused with "Usage limit reached"
      And his profile still says 60 of 60
