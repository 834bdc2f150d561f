using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.Support.Tests.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clause 2.2: ten failures for one e-mail in a minute.</summary>
public sealed class LoginThrottleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTime machine = new(Noon);
    private readonly LoginThrottle throttle;

    public LoginThrottleTests() => throttle = new LoginThrottle(machine, capacity: 50);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_eleventh_is_told_how_long_to_wait()
    {
        await FailAsync("a", 10);
        machine.Advance(TimeSpan.FromSeconds(20));

        (await EnterAsync("a")).Wait.Should().Be(TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task A_minute_after_the_first_one_may_be_tried_again()
    {
        await FailAsync("a", 10);
        machine.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        (await EnterAsync("a")).Try.Should().BeNull();

        machine.Advance(TimeSpan.FromTicks(1));

        (await EnterAsync("a")).Try.Should().NotBeNull();
    }

    [Fact]
    public async Task Successes_neither_count_nor_forgive()
    {
        await FailAsync("a", 9);
        for (var i = 0; i < 30; i++)
        {
            (await EnterAsync("a")).Try!.Dispose();
        }

        await FailAsync("a", 1);

        (await EnterAsync("a")).Try.Should().BeNull();
    }

    [Fact]
    public async Task Others_are_not_concerned()
    {
        await FailAsync("a", 10);

        (await EnterAsync("b")).Try.Should().NotBeNull();
    }

    [Fact]
    public async Task Of_many_wrong_ones_at_once_ten_are_looked_at()
    {
        var looked = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(() => FailAsync("a", 1))));

        looked.Count(tried => tried).Should().Be(10);
    }

    [Fact]
    public async Task Of_many_right_ones_at_once_none_is_refused()
    {
        var entered = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Task.Run(async () =>
        {
            using var attempt = (await EnterAsync("a")).Try;
            await Task.Yield();
            return attempt is not null;
        })));

        entered.Should().AllBeEquivalentTo(true);
    }

    [Fact]
    public async Task Guessing_under_many_names_forgets_the_oldest_only()
    {
        for (var i = 0; i < 500; i++)
        {
            await FailAsync($"name {i}", 10);
            machine.Advance(TimeSpan.FromMilliseconds(1));
        }

        (await EnterAsync("name 499")).Try.Should().BeNull();
    }

    private Task<(ILoginTry? Try, TimeSpan Wait)> EnterAsync(string email) => throttle.EnterAsync(email, Cancellation);

    private async Task<bool> FailAsync(string email, int times)
    {
        var tried = false;
        for (var i = 0; i < times; i++)
        {
            using var attempt = (await EnterAsync(email)).Try;
            attempt?.Failed();
            tried = attempt is not null;
        }

        return tried;
    }
}
