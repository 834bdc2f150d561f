using System.Text.Encodings.Web;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Properties;

/// <summary>What the AI was asked in a person's name, and what it is made to say (contract, 8.2).</summary>
public sealed class AiWitness(PropIqUnderTest propIq)
{
    private const string Model = "gpt-4o-mini";

    private static readonly JavaScriptEncoder[] JsonSpellings = [JavaScriptEncoder.UnsafeRelaxedJsonEscaping, JavaScriptEncoder.Default];

    private IOpenAiControl Ai => PropIqUnderTest.Need(propIq.Ai, "openai-faults");

    /// <summary>From now on the AI gives this person's properties this score.</summary>
    public Task ScoreAsync(Actor actor, decimal score, CancellationToken cancellationToken) =>
        Ai.SayAsync(AnalysisDriver.Id(actor), new AiScript(DealScore: score), cancellationToken);

    /// <summary>From now on the AI gives this person's properties this score, with neither a summary nor metrics.</summary>
    public Task ScoreAloneAsync(Actor actor, decimal score, CancellationToken cancellationToken) =>
        Ai.SayAsync(AnalysisDriver.Id(actor), new AiScript(DealScore: score, ScoreAlone: true), cancellationToken);

    /// <summary>From now on the AI says that it read and wrote so many tokens.</summary>
    public Task CountTokensAsync(Actor actor, int read, int written, CancellationToken cancellationToken) =>
        Ai.SayAsync(AnalysisDriver.Id(actor), new AiScript(DealScore: 71, InputTokens: read, OutputTokens: written), cancellationToken);

    /// <summary>The AI no longer answers this person, or does again.</summary>
    public Task FailAsync(Actor actor, bool failing, CancellationToken cancellationToken) => failing
        ? Ai.FailAsync(AnalysisDriver.Id(actor), new AiFault(AiFaultKind.Refuses, 500), null, cancellationToken)
        : Ai.HealAsync(AnalysisDriver.Id(actor), cancellationToken);

    /// <summary>The AI was asked exactly so many times in the person's name, each time gpt-4o-mini.</summary>
    public async Task ShouldHaveBeenAskedAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        var calls = await Ai.CallsAsync(AnalysisDriver.Id(actor), cancellationToken);
        Verdict.That(calls.Count == count, $"the AI should have been asked {count} times in {actor}'s name, but was {calls.Count} times");
        Verdict.That(
            calls.All(call => ModelOf(call).StartsWith(Model, StringComparison.Ordinal)),
            $"{actor}'s questions should go to {Model}, but went to {string.Join(", ", calls.Select(ModelOf))}");
    }

    /// <summary>What the AI was told last in the person's name contains all of these, in this order.</summary>
    public async Task ShouldHaveBeenToldAsync(Actor actor, IEnumerable<string> passages, CancellationToken cancellationToken)
    {
        var calls = await Ai.CallsAsync(AnalysisDriver.Id(actor), cancellationToken);
        Verdict.That(calls.Count > 0, $"the AI should have been asked in {actor}'s name, but was not");
        var (told, from) = (calls[^1].Prompt, 0);
        foreach (var passage in passages)
        {
            var (at, length) = Place(told, passage, from);
            Verdict.That(at >= 0, $"the AI should have been told \"{passage}\" in its place, but was told: {told}");
            from = at + length;
        }
    }

    // A prompt may hold what a customer says as it is, or as a text in JSON.
    private static (int At, int Length) Place(string told, string passage, int from) =>
        ((string[])[passage, .. JsonSpellings.Select(encoder => encoder.Encode(passage))])
            .Select(spelling => (At: told.IndexOf(spelling, from, StringComparison.Ordinal), spelling.Length))
            .FirstOrDefault(place => place.At >= 0, (At: -1, Length: 0));

    /// <summary>What the AI was told last in the person's name does not contain this.</summary>
    public async Task ShouldNotHaveBeenToldAsync(Actor actor, string passage, CancellationToken cancellationToken)
    {
        var calls = await Ai.CallsAsync(AnalysisDriver.Id(actor), cancellationToken);
        Verdict.That(calls.Count > 0, $"the AI should have been asked in {actor}'s name, but was not");
        Verdict.That(!calls[^1].Prompt.Contains(passage, StringComparison.Ordinal), $"the AI should have been told nothing of \"{passage}\", but was told: {calls[^1].Prompt}");
    }

    /// <summary>The newest analysis says what the AI said of its tokens, with the model that was asked.</summary>
    public static void ShouldHaveReadBack(Actor actor, int read, int written)
    {
        var analysis = actor.Journal.LastOf<Client.Contract.Analysis>().ShouldSucceed();
        Verdict.That(
            analysis.Tokens?.Input == read && analysis.Tokens.Output == written,
            $"{actor}'s analysis should say {read} tokens read and {written} written, but says {analysis.Tokens?.Input} and {analysis.Tokens?.Output}");
        Verdict.That(
            analysis.Model?.StartsWith(Model, StringComparison.Ordinal) == true, $"{actor}'s analysis should be {Model}'s, but is {analysis.Model ?? "nobody"}'s");
    }

    // At Azure the deployment decides on the model; a request may name it as well.
    private static string ModelOf(AiCall call) => call.Model.Length > 0 ? call.Model : call.Deployment;
}
