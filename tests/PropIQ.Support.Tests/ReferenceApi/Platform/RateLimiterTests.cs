using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.Support.Tests.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clause 7.1: 20 requests in any second.</summary>
public sealed class RateLimiterTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly RateLimiter limiter = new(20, new ManualTime(Noon), capacity: 100);

    [Fact]
    public void Twenty_pass_and_the_next_must_wait_until_the_first_is_a_second_ago()
    {
        Admitted("a", Noon, 20).Should().Be(20);

        limiter.TryAdmit("a", Noon.AddMilliseconds(400), out var wait).Should().BeFalse();
        wait.Should().Be(TimeSpan.FromMilliseconds(600));
    }

    [Fact]
    public void The_window_slides()
    {
        Admitted("a", Noon, 10);
        Admitted("a", Noon.AddMilliseconds(500), 10).Should().Be(10);

        Admitted("a", Noon.AddTicks(TimeSpan.TicksPerSecond - 1), 1).Should().Be(0);
        Admitted("a", Noon.AddSeconds(1), 20).Should().Be(10);
        Admitted("a", Noon.AddSeconds(1.5), 20).Should().Be(10);
    }

    [Fact]
    public void Who_was_refused_has_used_nothing_up()
    {
        Admitted("a", Noon, 500).Should().Be(20);

        Admitted("a", Noon.AddSeconds(1), 20).Should().Be(20);
    }

    [Fact]
    public void Each_has_its_own()
    {
        Admitted("a", Noon, 20);

        Admitted("b", Noon, 20).Should().Be(20);
    }

    [Fact]
    public void A_clock_set_back_locks_nobody_out()
    {
        Admitted("a", Noon, 20);

        Admitted("a", Noon.AddHours(-1), 20).Should().Be(20);
    }

    [Fact]
    public async Task Exactly_twenty_of_many_at_once_pass()
    {
        var passed = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => limiter.TryAdmit("a", Noon, out var _))));

        passed.Count(admitted => admitted).Should().Be(20);
    }

    [Fact]
    public void Memory_is_bounded_and_the_latest_keep_their_count()
    {
        Admitted("early", Noon, 20);
        for (var i = 0; i < 1_000; i++)
        {
            Admitted($"key {i}", Noon, 20);
        }

        limiter.Count.Should().BeLessThanOrEqualTo(100);
        Admitted("key 999", Noon, 1).Should().Be(0);
    }

    private int Admitted(string key, DateTimeOffset at, int tries) =>
        Enumerable.Range(0, tries).Count(_ => limiter.TryAdmit(key, at, out var _));
}
