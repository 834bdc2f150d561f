namespace PropIQ.Drivers.Time;

/// <summary>The dates that scenarios play on. Users' clocks only go forward, so every date lies ahead of the machine's.</summary>
public static class Moments
{
    /// <summary>
    /// Noon UTC on the 15th of the next month: the middle of a month, so that no scenario meets a month's end by accident,
    /// whatever day the suite runs on.
    /// </summary>
    public static DateTimeOffset MiddleOfAMonth { get; } = FirstOfNextMonth().AddDays(14).AddHours(12);

    /// <summary>A time of day (UTC) on that day, or before six in the night after it.</summary>
    public static DateTimeOffset MiddleOfAMonthAt(TimeOnly time) =>
        new(MiddleOfAMonth.Date.AddDays(time < Morning ? 1 : 0) + time.ToTimeSpan(), TimeSpan.Zero);

    /// <summary>The next time that a date comes round which a feature names by day and month, at least a month ahead.</summary>
    public static DateTimeOffset Next(int month, int day)
    {
        var earliest = FirstOfNextMonth().AddMonths(1);
        for (var year = earliest.Year; ; year++)
        {
            if (day <= DateTime.DaysInMonth(year, month)
                && new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) is var date
                && date >= earliest)
            {
                return date;
            }
        }
    }

    private static TimeOnly Morning => new(6, 0);

    /// <summary>When the calendar month of a moment began: midnight UTC on its 1st.</summary>
    public static DateTimeOffset MonthOf(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return new DateTimeOffset(utc.Year, utc.Month, 1, 0, 0, 0, TimeSpan.Zero);
    }

    private static DateTimeOffset FirstOfNextMonth() => MonthOf(DateTimeOffset.UtcNow).AddMonths(1);
}
