using FluentAssertions;
using PropIQ.Drivers.Time;
using Xunit;

namespace PropIQ.Drivers.Tests.Time;

public sealed class MomentsTests
{
    private static readonly DateTimeOffset Today = DateTimeOffset.UtcNow;
    private static readonly DateTimeOffset FirstOfNext = new DateTimeOffset(Today.Year, Today.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);
    private static readonly DateTimeOffset MonthAhead = FirstOfNext.AddMonths(1);

    [Fact]
    public void The_middle_of_a_month_is_noon_on_the_15th_of_the_next()
    {
        Moments.MiddleOfAMonth.Should().Be(FirstOfNext.AddDays(14).AddHours(12)).And.HaveOffset(TimeSpan.Zero);
        Moments.MiddleOfAMonthAt(new TimeOnly(23, 59, 59)).Should().Be(FirstOfNext.AddDays(15).AddSeconds(-1)).And.HaveOffset(TimeSpan.Zero);
        Moments.MiddleOfAMonthAt(new TimeOnly(6, 0)).Should().Be(FirstOfNext.AddDays(14).AddHours(6));
        Moments.MiddleOfAMonthAt(new TimeOnly(5, 59, 59)).Should().Be(FirstOfNext.AddDays(15).AddHours(6).AddSeconds(-1), "it is the night after that day");
    }

    [Fact]
    public void A_date_that_is_a_month_ahead_is_the_next() => Moments.Next(MonthAhead.Month, 1).Should().Be(MonthAhead);

    [Fact]
    public void A_date_that_is_sooner_comes_round_a_year_later() =>
        Moments.Next(FirstOfNext.Month, 28).Should().Be(new DateTimeOffset(MonthAhead.AddYears(1).AddDays(-1).Year, FirstOfNext.Month, 28, 0, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1, 31)]
    [InlineData(2, 28)]
    [InlineData(2, 29)]
    [InlineData(12, 31)]
    public void Each_date_comes_round_at_least_a_month_ahead_and_no_later_than_it_must(int month, int day)
    {
        var next = Moments.Next(month, day);

        (next.Month, next.Day, next.TimeOfDay, next.Offset).Should().Be((month, day, TimeSpan.Zero, TimeSpan.Zero));
        next.Should().BeOnOrAfter(MonthAhead).And.BeBefore(MonthAhead.AddYears(day == 29 ? 8 : 1));
    }
}
