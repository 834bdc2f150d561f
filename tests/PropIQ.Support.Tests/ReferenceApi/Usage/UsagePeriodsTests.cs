using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Usage;

public sealed class UsagePeriodsTests
{
    private readonly UsagePeriods periods = new();

    [Theory]
    [InlineData("2026-03-31T23:59:59.999999Z", 4, "2026-04-01T00:00:00Z")]
    [InlineData("2026-04-01T00:00:00Z", 0, "2026-05-01T00:00:00Z")]
    [InlineData("2026-03-01T00:00:00Z", 4, "2026-04-01T00:00:00Z")]
    [InlineData("2026-02-28T23:59:59Z", 4, "2026-04-01T00:00:00Z")]
    [InlineData("2026-12-31T23:59:59Z", 0, "2027-01-01T00:00:00Z")]
    [InlineData("2026-03-31T19:00:00-07:00", 0, "2026-05-01T00:00:00Z")]
    public void Free_starts_at_0_with_the_month_in_UTC(string now, int used, string resetsAt)
    {
        var state = periods.Settle(new UsageState(Tier.Free, 4, Time("2026-03-01T00:00:00Z")), Time(now));

        state.Count.Should().Be(used);
        periods.ResetsAt(state).Should().Be(Time(resetsAt));
    }

    [Fact]
    public void A_leap_day_is_still_February()
    {
        var state = new UsageState(Tier.Free, 5, Time("2028-02-01T00:00:00Z"));

        periods.Settle(state, Time("2028-02-29T23:59:59Z")).Should().Be(state);
        periods.Settle(state, Time("2028-03-01T00:00:00Z")).Count.Should().Be(0);
    }

    [Fact]
    public void A_paid_plan_does_not_start_with_the_month()
    {
        var state = new UsageState(Tier.Pro, 57, Time("2026-03-15T10:00:00Z"), Time("2026-04-15T10:00:00Z"));

        periods.Settle(state, Time("2026-04-01T00:00:00Z")).Should().Be(state);
        periods.ResetsAt(state).Should().Be(Time("2026-04-15T10:00:00Z"));
    }

    [Fact]
    public void A_subscription_whose_end_is_not_known_runs_for_a_month() =>
        periods.ResetsAt(new UsageState(Tier.Pro, 1, Time("2026-01-31T10:00:00Z")))
            .Should().Be(Time("2026-02-28T10:00:00Z"));

    [Fact]
    public void A_period_starts_once()
    {
        var first = periods.Start(new UsageState(Tier.Pro, 57, Time("2026-03-15T10:00:00Z")), Time("2026-04-15T10:00:00Z"));
        first.Count.Should().Be(0);

        var used = first with { Count = 3 };
        periods.Start(used, Time("2026-04-15T10:00:00Z")).Should().Be(used);
        periods.Start(used, Time("2026-03-15T10:00:00Z")).Should().Be(used);
    }

    [Fact]
    public void An_upgrade_keeps_the_count()
    {
        var state = periods.ChangePlan(new UsageState(Tier.Free, 5, Time("2026-03-01T00:00:00Z")), Tier.Pro, Time("2026-03-20T00:00:00Z"));

        state.Should().Be(new UsageState(Tier.Pro, 5, Time("2026-03-01T00:00:00Z")));
    }

    [Fact]
    public void An_upgrade_does_not_bring_back_the_month_before()
    {
        // Nobody looked since March, so the row still says 5 in March when April's upgrade comes.
        periods.ChangePlan(new UsageState(Tier.Free, 5, Time("2026-03-01T00:00:00Z")), Tier.Pro, Time("2026-04-02T00:00:00Z"))
            .Count.Should().Be(0);
    }

    [Theory]
    [InlineData("2026-04-10T00:00:00Z", "2026-04-30T23:59:59Z", 37)]
    [InlineData("2026-04-10T00:00:00Z", "2026-05-01T00:00:00Z", 0)]
    [InlineData("2026-03-20T00:00:00Z", "2026-03-31T00:00:00Z", 37)]
    [InlineData("2026-03-20T00:00:00Z", "2026-04-01T00:00:00Z", 0)]
    public void Back_on_free_the_count_stays_until_the_month_ends(string changedAt, string now, int used)
    {
        var pro = new UsageState(Tier.Pro, 37, Time("2026-03-15T10:00:00Z"));

        periods.Settle(periods.ChangePlan(pro, Tier.Free, Time(changedAt)), Time(now)).Count.Should().Be(used);
    }

    [Fact]
    public void Nobody_has_less_than_none_left() =>
        UsageView.Of(37, 5, Time("2026-04-01T00:00:00Z")).Remaining.Should().Be(0);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
