using PropIQ.Client.Contract;
using PropIQ.Drivers.Calculator;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Calculator;

/// <summary>Deals that differ from a known one, and what is wrong with a deal.</summary>
[Binding]
public sealed class DealSteps(CalculatorDriver calculator, Cast cast, Lifetime lifetime)
{
    [When("{person} calculates the usual house")]
    public Task CalculatesTheUsualHouse(Actor person) => calculator.CalculateAsync(person, DealSheet.Usual, lifetime.Token);

    [When("{person} calculates the usual house with:")]
    public Task CalculatesTheUsualHouseWith(Actor person, DataTable changes) => CalculateAsync(person, DealSheet.Usual, changes);

    [When("{person} calculates a bare deal:")]
    public Task CalculatesABareDeal(Actor person, DataTable inputs) => CalculateAsync(person, DealSheet.Bare, inputs);

    [When("{person} calculates the usual house with a/an {string} of {string}")]
    public Task CalculatesTheUsualHouseWithOne(Actor person, string input, string value) =>
        calculator.CalculateAsync(person, DealSheet.From(DealSheet.Usual, [(input, value)]), lifetime.Token);

    [When("{person} calculates the usual house with {string} as {string}")]
    public Task CalculatesTheUsualHouseWithOdd(Actor person, string value, string input) => calculator.CalculateOddAsync(person, input, value, lifetime.Token);

    [When("{person} calculates a property for {money} let at {money}, in each two of these circumstances together:")]
    public Task CalculatesInPairs(Actor person, decimal price, decimal rent, DataTable circumstances) =>
        calculator.CalculateInPairsAsync(person, new Deal(price, null, null, rent), [.. circumstances.Rows.Select(row => (row[0], (IReadOnlyList<string>)[.. row.Values.Skip(1).Distinct()]))], lifetime.Token);

    [Then("each deal comes to what the formulas make of it")]
    public void EachFollows() => calculator.EachShouldFollow();

    [Then("the deal comes to:")]
    public void ComesTo(DataTable figures) =>
        calculator.ShouldBe(cast.InFocus, figures.Rows.Select(row => (row["figure"], row["value"])));

    [Then("the deal misses the lender's minimum")]
    public void MissesTheMinimum() => calculator.ShouldBe(cast.InFocus, "meets the lender's minimum", "no");

    [Then("nothing is said of a lender's minimum")]
    public void NothingIsSaidOfAMinimum() => calculator.ShouldBe(cast.InFocus, "meets the lender's minimum", "none");

    [Then("{person} is told that the {string} is wrong, and nothing else")]
    public void IsToldOf(Actor person, string input) => calculator.ShouldBlameOnly(person, [input]);

    [Then("{person} is told that the {string} and the {string} are wrong, and nothing else")]
    public void IsToldOfBoth(Actor person, string one, string other) => calculator.ShouldBlameOnly(person, [one, other]);

    private Task CalculateAsync(Actor person, Deal deal, DataTable inputs) =>
        calculator.CalculateAsync(person, DealSheet.From(deal, inputs.Header.Select(column => (column, inputs.Rows[0][column]))), lifetime.Token);
}
