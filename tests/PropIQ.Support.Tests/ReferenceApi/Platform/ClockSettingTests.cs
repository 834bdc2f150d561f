using FluentAssertions;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Testing;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Users' clocks, and the pauses between a message's attempts.</summary>
public sealed class ClockSettingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_running_clock_goes_with_the_machine_s() =>
        ClockSetting.At(Noon.AddDays(1), Noon, frozen: false).Read(Noon.AddSeconds(5)).Should().Be(Noon.AddDays(1).AddSeconds(5));

    [Fact]
    public void A_frozen_clock_stands_still() =>
        ClockSetting.At(Noon.AddDays(1), Noon, frozen: true).Read(Noon.AddSeconds(5)).Should().Be(Noon.AddDays(1));

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(12, 3600)]
    [InlineData(1_000_000, 3600)]
    public void Pauses_double_up_to_an_hour(int attempts, int seconds) =>
        new RetryPolicy(TimeSpan.FromSeconds(2)).PauseAfter(attempts).Should().Be(TimeSpan.FromSeconds(seconds));
}
