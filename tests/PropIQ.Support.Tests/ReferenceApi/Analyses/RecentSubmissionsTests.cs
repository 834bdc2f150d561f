using FluentAssertions;
using PropIQ.ReferenceApi.Analyses;
using PropIQ.ReferenceApi.Analyses.Duplicates;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.ReferenceApi.Http;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses;

public sealed class RecentSubmissionsTests
{
    private static readonly DuplicateKey Key = new(Guid.NewGuid(), "1 a st");

    private readonly StandingClock clock = new();
    private readonly RecentSubmissions submissions = new(new DuplicatePolicy());

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_remembered_has_a_bound_even_when_time_stands_still()
    {
        for (var number = 0; number < RecentSubmissions.Capacity + 500; number++)
        {
            await submissions.OnceAsync(Key with { AddressKey = $"{number} a st" }, clock, Made, Cancelled);
        }

        submissions.Remembered.Should().BeLessThanOrEqualTo(RecentSubmissions.Capacity + 1);
    }

    [Fact]
    public async Task What_is_older_than_a_second_is_forgotten_in_passing()
    {
        for (var number = 0; number < 1_000; number++)
        {
            await submissions.OnceAsync(Key with { AddressKey = $"{number} a st" }, clock, Made, Cancelled);
            clock.Now += TimeSpan.FromSeconds(0.5);
        }

        submissions.Remembered.Should().BeLessThan(10);
    }

    [Fact]
    public async Task A_failure_is_given_to_those_who_wait_and_not_kept()
    {
        var failing = new TaskCompletionSource<AnalysisAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = submissions.OnceAsync(Key, clock, _ => failing.Task, Cancelled);
        var second = submissions.OnceAsync(Key, clock, Made, Cancelled);
        failing.SetException(new Refusal(503, "ai_unavailable"));

        await first.Awaiting(it => it).Should().ThrowAsync<Refusal>();
        await second.Awaiting(it => it).Should().ThrowAsync<Refusal>();
        submissions.Remembered.Should().Be(0);
        (await submissions.OnceAsync(Key, clock, Made, Cancelled)).Duplicate.Should().BeFalse();
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_work_to_the_others()
    {
        var making = new TaskCompletionSource<AnalysisAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var impatience = new CancellationTokenSource();
        var first = submissions.OnceAsync(Key, clock, _ => making.Task, impatience.Token);
        var second = submissions.OnceAsync(Key, clock, Made, Cancelled);
        await impatience.CancelAsync();
        await first.Awaiting(it => it).Should().ThrowAsync<OperationCanceledException>();
        var answer = await Made(clock.Now);
        making.SetResult(answer);

        (await second).Should().Be(answer with { Duplicate = true });
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_work_in_flight()
    {
        var making = new TaskCompletionSource<AnalysisAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = submissions.OnceAsync(Key, clock, _ => making.Task, Cancelled);

        var stopping = submissions.StopAsync(Cancelled);
        stopping.IsCompleted.Should().BeFalse();
        making.SetResult(await Made(clock.Now));

        await stopping;
    }

    private static Task<AnalysisAnswer> Made(DateTimeOffset arrivedAt) =>
        Task.FromResult(new AnalysisViews(new DealRatings()).Answer(Stored.Analysis("1 A St"), UsageView.Of(1, 5, arrivedAt), null));

    private sealed class StandingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 15, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
