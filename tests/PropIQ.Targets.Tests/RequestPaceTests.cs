using System.Diagnostics;
using FluentAssertions;
using PropIQ.Client;
using Xunit;

namespace PropIQ.Targets.Tests;

public sealed class RequestPaceTests
{
    [Fact]
    public async Task In_no_second_are_there_more_than_allowed()
    {
        var pace = new RequestPace(20);
        var times = new List<long>();

        await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
        {
            await pace.KeepAsync(TestContext.Current.CancellationToken);
            lock (times)
            {
                times.Add(Stopwatch.GetTimestamp());
            }
        }));

        times.Sort();
        Stopwatch.GetElapsedTime(times[0], times[^1]).Should().BeGreaterThan(TimeSpan.FromSeconds(29 * 0.05 * 0.95));
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_hold_up_the_others()
    {
        var pace = new RequestPace(2);
        await pace.KeepAsync(TestContext.Current.CancellationToken);
        using var impatient = new CancellationTokenSource();
        var waiting = pace.KeepAsync(impatient.Token);
        await impatient.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
        await pace.KeepAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }
}
