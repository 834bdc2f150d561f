using System.Globalization;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Calculator;

/// <summary>The deal calculator, which needs no account.</summary>
public sealed class CalculatorDriver(Asking asking)
{
    /// <summary>Calculates a deal.</summary>
    public Task<Attempt<DealFigures>> CalculateAsync(Actor actor, Deal deal, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "calculate a deal", client => client.CalculateAsync(deal, cancellationToken), cancellationToken);

    /// <summary>A figure of the newest calculation, by its name in the glossary, is exactly this.</summary>
    public void ShouldBe(Actor actor, string figure, string expected)
    {
        var figures = actor.Journal.LastOf<DealFigures>().ShouldSucceed();
        var given = DealSheet.Figure(figures, figure);
        Verdict.That(DealSheet.Same(given, expected), $"the {figure} of {actor}'s deal should be {expected}, but is {given ?? "none"}");
    }

    /// <summary>The refusal names the input that is wrong.</summary>
    public void ShouldBlame(Actor actor, string input)
    {
        var problem = Refusals.Because("the deal's numbers are not valid").ShouldBeTheOutcomeOf(actor.Name, actor.Journal.Last);
        var member = DealSheet.Member(input);
        Verdict.That(
            problem.Members.TryGetValue("errors", out var errors) && errors.ValueKind == System.Text.Json.JsonValueKind.Object && errors.TryGetProperty(member, out _),
            string.Create(CultureInfo.InvariantCulture, $"{actor} should be told that the {input} is wrong, but is told of {(problem.Members.ContainsKey("errors") ? errors.ToString() : "nothing")}"));
    }
}
