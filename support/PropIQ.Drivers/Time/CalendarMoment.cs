using System.Globalization;
using System.Text.RegularExpressions;

namespace PropIQ.Drivers.Time;

/// <summary>
/// A moment as features name it: "31 March", "28 February 23:59:59", "31 March 23:59:59.6", "31 March 19:00 Pacific", "the 1st of the next month".
/// Without a time it is midnight, without a zone UTC.
/// </summary>
public sealed partial record CalendarMoment(int? Month, int Day, TimeOnly Time, string Zone)
{
    private const string Utc = "UTC";

    /// <summary>Time zones by the names that people give them.</summary>
    private static readonly Dictionary<string, string> Zones = new() { [""] = Utc, ["Pacific"] = "America/Los_Angeles" };

    /// <summary>Reads a moment.</summary>
    /// <exception cref="FormatException">The text names no moment.</exception>
    public static CalendarMoment Parse(string text)
    {
        var match = Written().Match(text);
        if (!match.Success)
        {
            throw new FormatException($"\"{text}\" is no moment such as \"31 March 19:00 Pacific\".");
        }

        return new CalendarMoment(
            match.Groups["month"] is { Success: true } month ? DateTime.ParseExact(month.Value, "MMMM", CultureInfo.InvariantCulture).Month : null,
            int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture),
            match.Groups["time"] is { Success: true } time ? TimeOnly.Parse(time.Value, CultureInfo.InvariantCulture) : TimeOnly.MinValue,
            Zones[match.Groups["zone"].Value]);
    }

    /// <summary>The next time that it comes round, not before <paramref name="earliest"/>.</summary>
    public DateTimeOffset NextFrom(DateTimeOffset earliest)
    {
        // A leap day comes round within eight years. West of Greenwich the month before may not be over yet.
        var current = new DateOnly(earliest.Year, earliest.Month, 1);
        for (var month = current.AddMonths(-1); ; month = month.AddMonths(1))
        {
            var isMeant = Month is { } named ? month.Month == named : month > current;
            if (isMeant && Day <= DateTime.DaysInMonth(month.Year, month.Month) && In(month) is var moment && moment >= earliest)
            {
                return moment;
            }
        }
    }

    private DateTimeOffset In(DateOnly month)
    {
        var local = month.AddDays(Day - 1).ToDateTime(Time);
        return new DateTimeOffset(local, TimeZoneInfo.FindSystemTimeZoneById(Zone).GetUtcOffset(local)).ToUniversalTime();
    }

    [GeneratedRegex(@"^(?:(?<day>\d{1,2}) (?<month>[A-Z][a-z]+)|the (?<day>\d{1,2})(?:st|nd|rd|th) of the next month)(?: (?<time>\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(?: (?<zone>Pacific))?$")]
    private static partial Regex Written();
}
