using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class TogetherTests
{
    [Theory]
    [InlineData("0-10 9-20")]
    [InlineData("9-20 0-10")]
    [InlineData("0-10 20-30 29-40")]
    [InlineData("0-100 1-2")]
    public void Two_that_were_under_way_at_once_are_enough(string times) => Verdicts.Holds(() => Together.ShouldHaveOverlapped(Person(times)));

    [Theory]
    [InlineData("0-10 10-20", 2)]
    [InlineData("10-20 0-10", 2)]
    [InlineData("0-10 11-20 30-40", 3)]
    [InlineData("0-10", 1)]
    public void One_after_the_other_shows_nothing(string times, int count) => Verdicts.Fails(
        () => Together.ShouldHaveOverlapped(Person(times)), $"Paula's {count} requests were to be under way together, but went one after the other");

    // Milliseconds, from and to.
    private static Actor Person(string times) => Made.Person().HavingTogether(
    [
        .. times.Split(' ').Select(time => time.Split('-').Select(int.Parse).ToArray()).Select(time => Made.Worked(
            Made.Analysis(), exchange: Made.Exchange(at: Made.Then.AddMilliseconds(time[0]), took: TimeSpan.FromMilliseconds(time[1] - time[0])))),
    ]);
}
