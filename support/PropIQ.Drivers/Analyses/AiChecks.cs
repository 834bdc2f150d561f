using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Analyses;

/// <summary>What PropIQ asked of the AI, and what it made of the answer.</summary>
public sealed class AiChecks(PropIqUnderTest propIq, AnalysisDriver analyses, AnalysisChecks checks, HistoryDriver history)
{
    private const string Model = "gpt-4o-mini";

    // What a PropIQ that reckons in binary fractions may be off: nothing that is rounded.
    private const decimal FloatNoise = 1e-14m;

    /// <summary>About the property that the person submitted last, the AI was asked exactly so often in the person's name (contract, 8.2).</summary>
    public async Task ShouldHaveBeenAskedAsync(Actor actor, int times, CancellationToken cancellationToken)
    {
        var asked = await CallsAsync(actor, cancellationToken);
        Verdict.That(
            asked.Count == times,
            $"the AI should have been asked {times} times about {actor}'s \"{analyses.AskedBy(actor).Address}\", but was asked {asked.Count} times");
    }

    /// <summary>The newest analysis, answered and kept, names the model and tokens and costs so many dollars, unrounded (contract, 3.1 and 9).</summary>
    public async Task ShouldCostAsync(Actor actor, int input, int output, decimal dollars, CancellationToken cancellationToken)
    {
        foreach (var analysis in await AnsweredAndKeptAsync(actor, cancellationToken))
        {
            Verdict.That(
                analysis.CostUsd is { } said && Math.Abs(said - dollars) < FloatNoise,
                $"{actor}'s analysis should cost ${dollars}, but costs {(analysis.CostUsd is { } cost ? $"${cost}" : "nothing that is said")}");
            Verdict.That(
                analysis.Tokens is { } tokens && tokens.Input == input && tokens.Output == output,
                $"{actor}'s analysis should name {input} tokens read and {output} written, but names {analysis.Tokens}");
            Verdict.That(
                analysis.Model?.StartsWith(Model, StringComparison.Ordinal) == true,
                $"{actor}'s analysis should be made by {Model}, but names {analysis.Model ?? "no model"}");
        }
    }

    private async Task<Client.Contract.Analysis[]> AnsweredAndKeptAsync(Actor actor, CancellationToken cancellationToken)
    {
        var answered = checks.LastShouldHaveWorked(actor);
        var id = Verdict.Given(answered.AnalysisId, "the analysis's id");
        return [answered, (await history.OpenAsync(actor, id, cancellationToken)).ShouldSucceed()];
    }

    private async Task<List<AiCall>> CallsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var address = analyses.AskedBy(actor).Address ?? throw new InvalidOperationException($"{actor} has asked about no address: a When is missing.");
        var calls = await PropIqUnderTest.Need(propIq.Ai, "openai-faults").CallsAsync(AnalysisDriver.Id(actor), cancellationToken);
        return [.. calls.Where(call => call.Prompt.Contains(address, StringComparison.Ordinal))];
    }
}
