using System.Text.Json;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Calculator;

/// <summary>The deal calculator, which needs no account.</summary>
public sealed class CalculatorDriver(PropIqUnderTest propIq, Asking asking)
{
    // A figure that every deal has, though it may be none (contract, 4.3).
    private const string Coverage = "debt service coverage";

    private readonly List<(Deal Deal, Attempt<DealFigures> Calculated)> varied = [];

    /// <summary>Calculates a deal.</summary>
    public Task<Attempt<DealFigures>> CalculateAsync(Actor actor, Deal deal, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "calculate a deal", client => client.CalculateAsync(deal, cancellationToken), cancellationToken);

    /// <summary>
    /// Calculates a deal in few enough variations that any two values of any two inputs, named as in features, come together in one.
    /// An empty value leaves its input out.
    /// </summary>
    public async Task CalculateInPairsAsync(Actor actor, Deal deal, IReadOnlyList<(string Input, IReadOnlyList<string> Values)> circumstances, CancellationToken cancellationToken)
    {
        foreach (var values in Pairs.Covering([.. circumstances.Select(each => each.Values.Count)]))
        {
            var variation = DealSheet.From(deal, circumstances.Zip(values, (each, value) => (each.Input, each.Values[value])));
            varied.Add((variation, await CalculateAsync(actor, variation, cancellationToken)));
        }
    }

    /// <summary>Each figure of each variation is what the contract's formulas make of it.</summary>
    public void EachShouldFollow()
    {
        Verdict.That(varied.Count > 0, "there should be deals to look at, but none was calculated");
        foreach (var (deal, calculated) in varied)
        {
            var (given, reckoned) = (calculated.ShouldBeWhole(), DealFormulas.Of(deal));
            foreach (var figure in DealSheet.FigureNames)
            {
                var (told, due) = (DealSheet.Figure(given, figure), DealSheet.Figure(reckoned, figure));
                Verdict.That(told == due, $"the {figure} should be {due ?? "none"}, but is {told ?? "none"} for {deal}");
            }
        }
    }

    /// <summary>Calculates the usual house with an input that is not a number of ours: "nothing", "words", "infinity" …</summary>
    public Task CalculateOddAsync(Actor actor, string input, string value, CancellationToken cancellationToken)
    {
        var json = DealSheet.JsonOfUsual(propIq.Wire, input, value switch
        {
            "nothing" => null,
            "words" => "\"a lot\"",
            "a list" => "[300000]",
            "a number in quotes" => "\"300000\"",
            "more than there are numbers" => "1e999",
            _ => throw new ArgumentException($"No odd value is called \"{value}\"."),
        });
        return asking.TryAsync(
            actor, $"calculate with {value} as {input}", client => client.SendRawAsync("POST", "/propiq/calculator", null, json, cancellationToken), cancellationToken);
    }

    /// <summary>Several figures of the newest calculation, by their names in the glossary.</summary>
    public void ShouldBe(Actor actor, IEnumerable<(string Figure, string Expected)> figures)
    {
        actor.Journal.LastOf<DealFigures>().ShouldBeWhole();
        foreach (var (figure, expected) in figures)
        {
            ShouldBe(actor, figure, expected);
        }
    }

    /// <summary>A figure of the newest calculation, by its name in the glossary, is exactly this.</summary>
    public void ShouldBe(Actor actor, string figure, string expected)
    {
        var calculated = actor.Journal.LastOf<DealFigures>();
        var figures = calculated.ShouldSucceed();
        Verdict.Given(figures.MonthlyPayment, "the deal's monthly payment");
        Verdict.That(figure != Coverage || Says(calculated, "dscr"), $"{actor} should be told the {Coverage} of the deal, even if there is none, but is not");
        var given = DealSheet.Figure(figures, figure);
        Verdict.That(DealSheet.Same(given, expected), $"the {figure} of {actor}'s deal should be {expected}, but is {given ?? "none"}");
    }

    /// <summary>The refusal names the inputs that are wrong, and no other.</summary>
    public void ShouldBlameOnly(Actor actor, IReadOnlyList<string> inputs)
    {
        foreach (var input in inputs)
        {
            ShouldBlame(actor, input);
        }

        var named = FieldErrors.Named(actor.Journal.Last.Problem!);
        Verdict.That(named.Count == inputs.Count, $"{actor} should be told that {string.Join(" and ", inputs)} is wrong and nothing else, but is told of {string.Join(", ", named)}");
    }

    /// <summary>The refusal names the input that is wrong.</summary>
    public void ShouldBlame(Actor actor, string input)
    {
        var problem = Refusals.Because("the deal's numbers are not valid").ShouldBeTheOutcomeOf(actor.Name, actor.Journal.Last);
        var named = FieldErrors.Named(problem);
        Verdict.That(
            named.Contains(DealSheet.Member(input)), $"{actor} should be told that the {input} is wrong, but is told of {(named.Count == 0 ? "nothing" : string.Join(", ", named))}");
    }

    // Null is an answer; to leave it out is none.
    private bool Says(Attempt<DealFigures> calculated, string member)
    {
        using var json = JsonDocument.Parse(calculated.Exchange.ResponseBody ?? "{}");
        return json.RootElement.TryGetProperty(propIq.Wire.ToWire(member), out _);
    }
}
