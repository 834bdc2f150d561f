using PropIQ.Client.Contract;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Tests.Evidence;
using Xunit;

namespace PropIQ.Simulator.Tests.Reporting;

public sealed class CostTests
{
    [Theory]
    [InlineData("149", "$4.62")]
    [InlineData("69", "$2.30")]
    [InlineData("99", "$3.17")]
    public void Stripe_takes_a_share_and_a_fixed_part_of_each_charge(string amount, string fee) =>
        Assert.Equal(fee, Money.Dollars(CostMeter.Fee(Prices.Contract, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));

    [Fact]
    public void The_two_charges_of_the_guide_come_to_its_fees() =>
        Assert.Equal("$6.92", Money.Dollars(CostMeter.Fee(Prices.Contract, 149) + CostMeter.Fee(Prices.Contract, 69)));

    [Fact]
    public void Hosting_is_a_days_share() => Assert.Equal(0.23m, Hosting.PerRun(7.00m));

    [Fact]
    public void Tokens_are_those_that_answers_name()
    {
        var meter = new CostMeter(Prices.Contract);
        meter.Note(Story.Analysed(Story.Property(), made => made with { Tokens = new(400, 900) }));

        Assert.Equal((400L, 900L, 0), (meter.InputTokens, meter.OutputTokens, meter.Estimates));
        Assert.Equal((400 * 0.00015m / 1000) + (900 * 0.0006m / 1000), meter.OpenAi);
    }

    [Fact]
    public void Without_tokens_an_analysis_is_a_marked_estimate()
    {
        var meter = new CostMeter(Prices.Contract);
        meter.Note(Story.Analysed(Story.Property(), made => made with { Tokens = null }));

        Assert.Equal((500L, 1500L, 1), (meter.InputTokens, meter.OutputTokens, meter.Estimates));
    }

    [Fact]
    public void Duplicates_and_refusals_cost_nothing()
    {
        var meter = new CostMeter(Prices.Contract);
        meter.Note(Story.Analysed(Story.Property(), made => made with { Duplicate = true }));
        meter.Note(Story.Refused(429, "usage_limit_reached", Story.Property()));
        meter.Note(Story.Answered("/propiq/analyze", null, status: 200, unreadable: "an empty body"));

        Assert.Equal(0, meter.Total);
    }

    [Fact]
    public void Cents_add_up_and_nobody_is_off_by_one()
    {
        decimal[] exact = [4.6246m, 2.3023m, 0.0009m, 0.0004m, 0.0012m];
        var cents = Money.AddingUpTo(Money.Cents(exact.Sum()), exact);

        Assert.Equal(Money.Cents(exact.Sum()), cents.Sum());
        Assert.All(exact.Zip(cents), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 0.01m));
    }

    [Theory]
    [InlineData(2, 5, "40.0%")]
    [InlineData(1, 3, "33.3%")]
    [InlineData(0, 0, "0.0%")]
    public void Shares_have_one_decimal(int part, int whole, string share) => Assert.Equal(share, Money.Share(part, whole));

    [Fact]
    public void A_budget_is_never_passed()
    {
        var budget = new RunBudget(5m);

        Assert.True(budget.TryHold(4m));
        Assert.False(budget.TryHold(1.01m));
        budget.Settle(4m, 1m);
        Assert.True(budget.TryHold(4m));
    }
}
