using System.Text.Json;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Calculator;

public sealed class CalculatorCallTests(SandboxFixture sandbox)
{
    private const string Usual = "\"purchase_price\": 300000, \"down_payment_percent\": 20.0, \"interest_rate\": 7, \"monthly_rent\": 2500";

    [Fact]
    public async Task Anybody_gets_every_figure()
    {
        var json = (await PostAsync("{" + Usual + ", \"loan_term_years\": 30.0}")).Json();

        json.EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(
            "loan_amount", "down_payment", "monthly_payment", "annual_noi", "monthly_cash_flow", "annual_cash_flow", "cap_rate", "cash_on_cash", "dscr",
            "gross_rent_multiplier", "one_percent_rule", "break_even_occupancy", "annual_property_tax", "deal_score", "deal_rating");
        json.GetProperty("monthly_payment").GetDecimal().Should().Be(1_596.73m);
        json.GetProperty("deal_score").GetInt32().Should().Be(47);
        json.GetProperty("deal_rating").GetString().Should().Be("Poor");
    }

    [Fact]
    public async Task Without_a_loan_coverage_is_null_and_a_commercial_lender_content()
    {
        var json = (await PostAsync("""{"purchase_price": 1, "down_payment_percent": 100, "interest_rate": 0, "monthly_rent": 1, "property_type": "commercial"}""")).Json();

        json.GetProperty("dscr").ValueKind.Should().Be(JsonValueKind.Null);
        json.GetProperty("dscr_meets_lender_minimum").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData("{}", "purchase_price,down_payment_percent,interest_rate,monthly_rent")]
    [InlineData("[]", "purchase_price,down_payment_percent,interest_rate,monthly_rent")]
    [InlineData("""{"purchase_price": 0, "down_payment_percent": 0, "interest_rate": -1, "monthly_rent": 0}""", "purchase_price,down_payment_percent,interest_rate,monthly_rent")]
    [InlineData("""{"purchase_price": "300000", "down_payment_percent": true, "interest_rate": [], "monthly_rent": {}}""", "purchase_price,down_payment_percent,interest_rate,monthly_rent")]
    [InlineData("""{"purchase_price": 1e400, "down_payment_percent": 1e-400, "interest_rate": 1e999999999999, "monthly_rent": 1e29}""", "purchase_price,down_payment_percent,interest_rate,monthly_rent")]
    [InlineData("{" + Usual + ", \"loan_term_years\": 0.5, \"vacancy_percent\": 101, \"monthly_hoa\": -1}", "loan_term_years,vacancy_percent,monthly_hoa")]
    [InlineData("{" + Usual + ", \"state\": 5, \"property_type\": \"castle\"}", "state,property_type")]
    [InlineData("{" + Usual + ", \"closing_costs\": 7e28, \"rehab_costs\": 7e28}", "closing_costs,rehab_costs")]
    [InlineData("""{"purchase_price": 1e-28, "down_payment_percent": 1, "interest_rate": 7, "monthly_rent": 2500}""", "purchase_price")]
    public async Task What_is_wrong_is_named_member_by_member(string json, string members)
    {
        var answer = await PostAsync(json);

        answer.ShouldBeRefused(422, "invalid_calculator_input");
        answer.Problem!.Members["errors"].EnumerateObject().Select(member => member.Name).Should().BeEquivalentTo(members.Split(','));
    }

    [Fact]
    public async Task Absurd_prices_have_finite_answers()
    {
        var answer = await PostAsync("""{"purchase_price": 1e27, "down_payment_percent": 1, "interest_rate": 100, "monthly_rent": 1e20, "loan_term_years": 50}""");

        answer.Status.Should().BeOneOf(200, 422);
    }

    private async Task<Answer<RawText>> PostAsync(string json)
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var client = new PropIqClient(new ClientOptions(host.Url) { SourceAddress = Patron.SomeAddress() });
        return await client.SendRawAsync(new RawRequest("POST", "/propiq/calculator").WithText(json), TestContext.Current.CancellationToken);
    }
}
