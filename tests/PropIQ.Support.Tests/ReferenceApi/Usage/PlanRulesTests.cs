using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Usage;

public sealed class PlanRulesTests
{
    [Theory]
    [InlineData(Tier.Free, 3, null)]
    [InlineData(Tier.Free, 4, "4 of 5 free analyses used")]
    [InlineData(Tier.Free, 5, "5 of 5 free analyses used")]
    [InlineData(Tier.Starter, 27, null)]
    [InlineData(Tier.Starter, 28, "28 of 30 analyses used this month")]
    [InlineData(Tier.Starter, 30, "30 of 30 analyses used this month")]
    [InlineData(Tier.Pro, 57, null)]
    [InlineData(Tier.Pro, 58, "58 of 60 analyses used this month")]
    [InlineData(Tier.Pro, 60, "60 of 60 analyses used this month")]
    [InlineData(Tier.Elite, 97, null)]
    [InlineData(Tier.Elite, 98, "98 of 100 analyses used this month")]
    [InlineData(Tier.Elite, 100, "100 of 100 analyses used this month")]
    public void Warnings_begin_where_the_plan_says(Tier tier, int used, string? warning) =>
        new Warnings().For(Plan.Of(tier), used).Should().Be(warning);

    [Theory]
    [InlineData(Tier.Free, "Free tier limit reached. Upgrade to continue.")]
    [InlineData(Tier.Starter, "Usage limit reached")]
    [InlineData(Tier.Elite, "Usage limit reached")]
    public void The_limit_is_told_in_the_plan_s_own_words(Tier tier, string sentence) =>
        new Warnings().AtLimit(Plan.Of(tier)).Should().Be(sentence);

    [Theory]
    [InlineData(Tier.Free, 4, 0, true)]
    [InlineData(Tier.Free, 5, 0, false)]
    [InlineData(Tier.Free, 3, 1, true)]
    [InlineData(Tier.Free, 3, 2, false)]
    [InlineData(Tier.Free, 37, 0, false)]
    [InlineData(Tier.Pro, 59, 0, true)]
    [InlineData(Tier.Pro, 57, 3, false)]
    public void What_is_in_flight_takes_a_place_too(Tier tier, int used, int inFlight, bool allowed) =>
        new AllowancePolicy().Allows(Plan.Of(tier), used, inFlight).Should().Be(allowed);

    [Theory]
    [InlineData(Tier.Free, 9, 9)]
    [InlineData(Tier.Free, 10, 10)]
    [InlineData(Tier.Free, 11, 10)]
    [InlineData(Tier.Starter, 500, 500)]
    public void Free_sees_its_newest_ten(Tier tier, int stored, int shown) =>
        new HistoryPolicy().Shown(Plan.Of(tier), stored).Should().Be(shown);

    [Theory]
    [InlineData(Tier.Free, false)]
    [InlineData(Tier.Starter, true)]
    [InlineData(Tier.Pro, true)]
    [InlineData(Tier.Elite, true)]
    public void Exports_come_with_paid_plans(Tier tier, bool allowed) => new ExportPolicy().Allows(Plan.Of(tier)).Should().Be(allowed);
}
