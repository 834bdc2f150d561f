using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Calculator;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Calculator;

public sealed class CalculatorDriverTests : IDisposable
{
    private static readonly DealFigures Figures = new(240_000m, 60_000m, 1516.96m, 21_600m, 283.04m, 3396.48m, 7.2m, 5.66m, null, 10m, 0.83m, 80.57m, 3_600m, 50m, "Fair", null);
    private readonly MadeUpStage stage = new();
    private readonly CalculatorDriver calculator;

    public CalculatorDriverTests() => calculator = new CalculatorDriver(stage.Target, stage.Asking);

    private Actor Paula => stage.Paula;

    [Fact]
    public void Figures_are_what_a_feature_says()
    {
        Calculated(Figures);

        Verdicts.Holds(() => calculator.ShouldBe(Paula, [("monthly payment", "$1,516.96"), ("debt service coverage", "none"), ("deal rating", "Fair")]));
        Verdicts.Fails(() => calculator.ShouldBe(Paula, [("cap rate", "7.2 %"), ("deal rating", "Good")]), "The deal rating of Paula's deal should be Good, but is Fair");
        Verdicts.Fails(() => calculator.ShouldBe(Paula, "debt service coverage", "1.25"), "The debt service coverage of Paula's deal should be 1.25, but is none");
    }

    [Fact]
    public void That_a_deal_has_no_coverage_is_said()
    {
        Calculated(Figures, "{}");
        Verdicts.Fails(
            () => calculator.ShouldBe(Paula, "debt service coverage", "none"), "Paula should be told the debt service coverage of the deal, even if there is none, but is not");
    }

    [Fact]
    public void An_answer_without_figures_has_none_to_show()
    {
        Calculated(Figures with { CapRate = null });
        Verdicts.Fails(() => calculator.ShouldBe(Paula, []), "PropIQ's answer to calculate a deal should give the cap rate, but does not");

        Calculated(Figures with { MonthlyPayment = null });
        Verdicts.Fails(() => calculator.ShouldBe(Paula, "debt service coverage", "none"), "PropIQ's answer should give the deal's monthly payment, but does not");
    }

    [Fact]
    public void A_refusal_names_the_inputs_that_are_wrong()
    {
        Refused("""{"errors": {"monthly_rent": ["must be over 0"], "purchase_price": ["must be over 0"]}}""");

        Verdicts.Holds(() => calculator.ShouldBlame(Paula, "rent"));
        Verdicts.Holds(() => calculator.ShouldBlameOnly(Paula, ["price", "rent"]));
        Verdicts.Fails(() => calculator.ShouldBlame(Paula, "term"), "Paula should be told that the term is wrong, but is told of monthly_rent, purchase_price");
        Verdicts.Fails(() => calculator.ShouldBlameOnly(Paula, ["term", "rent"]), "Paula should be told that the term is wrong, but is told of monthly_rent, purchase_price");
        Verdicts.Fails(() => calculator.ShouldBlameOnly(Paula, ["rent"]), "Paula should be told that rent is wrong and nothing else, but is told of monthly_rent, purchase_price");
        Refused("""{"errors": {"monthly_rent": ["too low"], "purchase_price": ["too low"], "loan_term_years": ["too long"]}}""");
        Verdicts.Fails(
            () => calculator.ShouldBlameOnly(Paula, ["price", "rent"]), "Paula should be told that price and rent is wrong and nothing else, but is told of loan_term_years, monthly_rent, purchase_price");
    }

    [Fact]
    public async Task A_deal_that_is_calculated_is_noted_as_that()
    {
        await calculator.CalculateAsync(Paula, new Deal(300_000, 20, 6.5m, 2_500), TestContext.Current.CancellationToken);

        stage.PropIq.Asked.Should().ContainSingle().Which.Should().Be(("POST /propiq/calculator", """{"purchase_price":300000,"down_payment_percent":20,"interest_rate":6.5,"monthly_rent":2500}"""));
        Paula.Journal.Last.What.Should().Be("calculate a deal");
    }

    [Fact]
    public async Task Each_variation_has_to_be_what_the_formulas_make_of_it()
    {
        Verdicts.Fails(calculator.EachShouldFollow, "There should be deals to look at, but none was calculated");

        var figures = DealFormulas.Of(DealSheet.Usual with { PropertyType = "land" });
        stage.PropIq.Answers("POST /propiq/calculator", figures);
        await calculator.CalculateInPairsAsync(Paula, DealSheet.Usual, [("state", ["", "TX"]), ("property type", ["land", "condo"])], TestContext.Current.CancellationToken);
        stage.PropIq.Asked.Should().HaveCount(4).And.Contain(
            ("POST /propiq/calculator", """{"purchase_price":300000,"down_payment_percent":20,"interest_rate":6.5,"monthly_rent":2500,"property_type":"condo","state":"TX"}"""));
        Verdicts.Holds(calculator.EachShouldFollow);

        stage.PropIq.Answers("POST /propiq/calculator", figures with { Dscr = null });
        await calculator.CalculateInPairsAsync(Paula, DealSheet.Usual, [("state", ["TX"]), ("property type", ["land"])], TestContext.Current.CancellationToken);
        Verdicts.Fails(calculator.EachShouldFollow, $"The debt service coverage should be 1.12, but is none for {DealSheet.Usual with { State = "TX", PropertyType = "land" }}");
    }

    [Fact]
    public void A_refusal_that_names_none_or_is_another_is_told()
    {
        Refused("{}");
        Verdicts.Fails(() => calculator.ShouldBlame(Paula, "rent"), "Paula should be told that the rent is wrong, but is told of nothing");
        Calculated(Figures);
        Verdicts.Fails(
            () => calculator.ShouldBlame(Paula, "rent"), "Paula's attempt to calculate a deal should have been refused because the deal's numbers are not valid, but PropIQ did it");
    }

    [Theory]
    [InlineData("nothing", """{"purchase_price": 300000, "down_payment_percent": 20, "interest_rate": 6.5}""")]
    [InlineData("words", """{"purchase_price": 300000, "down_payment_percent": 20, "interest_rate": 6.5, "monthly_rent": "a lot"}""")]
    [InlineData("a list", """{"purchase_price": 300000, "down_payment_percent": 20, "interest_rate": 6.5, "monthly_rent": [300000]}""")]
    [InlineData("a number in quotes", """{"purchase_price": 300000, "down_payment_percent": 20, "interest_rate": 6.5, "monthly_rent": "300000"}""")]
    [InlineData("more than there are numbers", """{"purchase_price": 300000, "down_payment_percent": 20, "interest_rate": 6.5, "monthly_rent": 1e999}""")]
    public async Task Odd_values_go_over_the_wire_as_they_are(string value, string body)
    {
        await calculator.CalculateOddAsync(Paula, "rent", value, TestContext.Current.CancellationToken);

        stage.PropIq.Asked.Should().ContainSingle().Which.Should().Be(("POST /propiq/calculator", body));
        Paula.Journal.Last.What.Should().Be($"calculate with {value} as rent");
    }

    [Fact]
    public async Task An_odd_value_that_is_none_is_named() =>
        (await FluentActions.Awaiting(() => calculator.CalculateOddAsync(Paula, "rent", "a poem", default)).Should().ThrowAsync<ArgumentException>())
            .WithMessage("No odd value is called \"a poem\".");

    public void Dispose() => stage.Dispose();

    private void Calculated(DealFigures figures, string body = """{"dscr": null}""") =>
        Paula.Having(Made.Worked(figures, "calculate a deal", Made.Exchange() with { ResponseBody = body }));

    private void Refused(string members) =>
        Paula.Having(Made.Refused<DealFigures>(Made.Problem(422, "invalid_calculator_input", members: members), "calculate a deal"));
}
