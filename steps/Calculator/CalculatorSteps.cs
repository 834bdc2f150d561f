using PropIQ.Drivers.Calculator;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Arguments;
using PropIQ.Steps.Hooks;
using Reqnroll;

namespace PropIQ.Steps.Calculator;

/// <summary>Calculating deals.</summary>
[Binding]
public sealed class CalculatorSteps(CalculatorDriver calculator, Cast cast, Lifetime lifetime)
{
    [When("{person} calculates a deal:")]
    public Task Calculates(Actor person, DataTable deal) =>
        calculator.CalculateAsync(person, DealSheet.From(deal.Header.Select(column => (column, deal.Rows[0][column]))), lifetime.Token);

    [Then("the {figure} is {string}")]
    public void FigureIs(DealFigure figure, string expected) => calculator.ShouldBe(cast.InFocus, figure.Name, expected);

    [Then("the deal meets the lender's minimum")]
    public void MeetsTheMinimum() => calculator.ShouldBe(cast.InFocus, "meets the lender's minimum", "yes");
}
