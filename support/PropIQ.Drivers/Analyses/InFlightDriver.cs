using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Analyses;

/// <summary>An analysis that the AI is still at work on: its answer is held until it is let go.</summary>
public sealed class InFlightDriver(PropIqUnderTest propIq, AnalysisDriver analyses)
{
    private const int NeverTogether = 1_000;
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(30);
    private readonly Dictionary<Actor, Task<Attempt<Analysis>>> underWay = [];

    private IOpenAiControl Ai => PropIqUnderTest.Need(propIq.Ai, "openai-faults");

    /// <summary>The person submits a property, and the AI has begun with it. It has to be the person's first at the AI.</summary>
    public async Task BeginAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        await Ai.HoldUntilAsync(AnalysisDriver.Id(actor), NeverTogether, LongestHold, cancellationToken);
        await SubmitAsync(actor, address, cancellationToken);
    }

    /// <summary>The same, where the AI keeps this one property and answers others at once.</summary>
    public async Task LingerAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        await Ai.FailAsync(AnalysisDriver.Id(actor), new AiFault(AiFaultKind.IsSlow, Delay: LongestHold), times: 1, cancellationToken);
        await SubmitAsync(actor, address, cancellationToken);
    }

    private async Task SubmitAsync(Actor actor, string address, CancellationToken cancellationToken)
    {
        var user = AnalysisDriver.Id(actor);
        underWay[actor] = analyses.AnalyzeAsync(actor, address, cancellationToken);
        var peak = await Eventually.SeeAsync(() => Ai.PeakOverlapAsync(user, cancellationToken), busy => busy > 0, cancellationToken);
        Verdict.That(peak > 0, $"PropIQ should have asked the AI about {actor}'s property, but did not");
    }

    /// <summary>The AI answers, and so does PropIQ.</summary>
    public async Task FinishAsync(Actor actor, CancellationToken cancellationToken)
    {
        await Ai.HealAsync(AnalysisDriver.Id(actor), cancellationToken);
        await AnswerAsync(actor);
    }

    /// <summary>What came of it, whether or not the AI answers.</summary>
    public Task<Attempt<Analysis>> AnswerAsync(Actor actor) => underWay.TryGetValue(actor, out var attempt)
        ? attempt
        : throw new InvalidOperationException($"No analysis of {actor}'s is under way: a Given is missing.");
}
