using System.Globalization;
using FluentAssertions;
using PropIQ.Drivers.Time;
using Xunit;

namespace PropIQ.Drivers.Tests.Time;

public sealed class CalendarMomentTests
{
    [Theory]
    [InlineData("31 March", 3, 31, "00:00:00", "UTC")]
    [InlineData("1 December", 12, 1, "00:00:00", "UTC")]
    [InlineData("28 February 23:59:59", 2, 28, "23:59:59", "UTC")]
    [InlineData("31 March 23:59:59.6", 3, 31, "23:59:59.6", "UTC")]
    [InlineData("31 March 19:00 Pacific", 3, 31, "19:00:00", "America/Los_Angeles")]
    [InlineData("5 May Pacific", 5, 5, "00:00:00", "America/Los_Angeles")]
    [InlineData("the 1st of the next month", null, 1, "00:00:00", "UTC")]
    [InlineData("the 2nd of the next month 08:30", null, 2, "08:30:00", "UTC")]
    [InlineData("the 3rd of the next month", null, 3, "00:00:00", "UTC")]
    [InlineData("the 15th of the next month", null, 15, "00:00:00", "UTC")]
    public void A_moment_is_read_as_features_write_it(string text, int? month, int day, string time, string zone) =>
        CalendarMoment.Parse(text).Should().Be(new CalendarMoment(month, day, TimeOnly.Parse(time, CultureInfo.InvariantCulture), zone));

    [Theory]
    [InlineData("soon")]
    [InlineData("on 31 March")]
    [InlineData("31 March ")]
    [InlineData("31 march")]
    [InlineData("131 March")]
    [InlineData("March 31")]
    [InlineData("31 March 9:00")]
    [InlineData("31 March 19:00:0")]
    [InlineData("31 March 19:00 Eastern")]
    [InlineData("31 MARCH")]
    [InlineData("the 1 of the next month")]
    [InlineData("the st of the next month")]
    [InlineData("the 115th of the next month")]
    [InlineData(" March")]
    public void What_names_no_moment_is_told(string text) => FluentActions.Invoking(() => CalendarMoment.Parse(text))
        .Should().Throw<FormatException>().WithMessage($"\"{text}\" is no moment such as \"31 March 19:00 Pacific\".");

    [Theory]
    [InlineData("31 March", "2030-01-15T12:00:00", "2030-03-31T00:00:00")]
    [InlineData("31 March", "2030-03-31T00:00:00", "2030-03-31T00:00:00")]
    [InlineData("31 March", "2030-03-31T00:00:01", "2031-03-31T00:00:00")]
    [InlineData("28 February 23:59:59", "2030-02-10T00:00:00", "2030-02-28T23:59:59")]
    [InlineData("29 February", "2030-01-01T00:00:00", "2032-02-29T00:00:00")]
    [InlineData("29 February", "2096-03-01T00:00:00", "2104-02-29T00:00:00")]
    [InlineData("1 January", "2030-12-31T23:59:59", "2031-01-01T00:00:00")]
    public void A_date_is_the_next_that_comes_round(string text, string earliest, string next) => Next(text, earliest).Should().Be(Utc(next));

    [Theory]
    [InlineData("the 1st of the next month", "2030-01-01T00:00:00", "2030-02-01T00:00:00")]
    [InlineData("the 1st of the next month", "2030-01-31T23:59:59", "2030-02-01T00:00:00")]
    [InlineData("the 1st of the next month", "2030-12-15T12:00:00", "2031-01-01T00:00:00")]
    [InlineData("the 15th of the next month 08:30", "2030-01-14T00:00:00", "2030-02-15T08:30:00")]
    public void The_next_month_is_never_the_present_one(string text, string earliest, string next) => Next(text, earliest).Should().Be(Utc(next));

    [Theory]
    [InlineData("31 March 19:00 Pacific", "2030-03-15T12:00:00", "2030-04-01T02:00:00")]
    [InlineData("15 January 19:00 Pacific", "2030-01-01T00:00:00", "2030-01-16T03:00:00")]
    [InlineData("31 March 19:00 Pacific", "2030-04-01T01:59:59", "2030-04-01T02:00:00")]
    [InlineData("31 March 19:00 Pacific", "2030-04-01T02:00:00", "2030-04-01T02:00:00")]
    [InlineData("31 March 19:00 Pacific", "2030-04-01T02:00:01", "2031-04-01T02:00:00")]
    public void At_the_Pacific_a_day_ends_when_UTC_is_in_the_next(string text, string earliest, string next) => Next(text, earliest).Should().Be(Utc(next));

    [Fact]
    public void A_moment_is_given_in_UTC() => Next("31 March 19:00 Pacific", "2030-03-15T12:00:00").Offset.Should().Be(TimeSpan.Zero);

    private static DateTimeOffset Next(string text, string earliest) => CalendarMoment.Parse(text).NextFrom(Utc(earliest));

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
