using PropIQ.Drivers.Time;
using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Turns dates as people name them into moments.</summary>
[Binding]
public sealed class Calendar
{
    /// <summary>{date}: 31 March, 28 February 23:59:59, 31 March 23:59:59.6, 31 March 19:00 Pacific, the 1st of the next month.</summary>
    [StepArgumentTransformation(
        @"((?:\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)|the \d{1,2}(?:st|nd|rd|th) of the next month)(?: \d\d:\d\d(?::\d\d(?:\.\d+)?)?)?(?: Pacific)?)",
        Name = "date")]
    public CalendarMoment Date(string text) => CalendarMoment.Parse(text);
}
