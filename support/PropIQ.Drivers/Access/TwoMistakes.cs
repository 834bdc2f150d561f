using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Limits;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Properties;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Drivers.Access;

/// <summary>Requests with two things wrong at once, so that it shows which is named (contract, 2.11).</summary>
public sealed class TwoMistakes(
    Asking asking, AnalysisDriver analyses, DuplicateDriver duplicates, ExportDriver exports, ComparisonDriver comparisons, ChatDriver chat, CheckoutDriver checkout, RateLimitDriver limits, FaultDriver faults, OddRequests odd)
{
    private const string Blank = "   ";
    private const string Good = "4 Order Ave, Reno, NV 89501";
    /// <summary>Makes the request that features call so.</summary>
    public async Task MakeAsync(Actor actor, string mistakes, CancellationToken cancellationToken)
    {
        var nothing = Guid.NewGuid().ToString();
        await (mistakes switch
        {
            "garbled text, not logged in" => SendGarbledAsync(actor, null, cancellationToken),
            "garbled text, in the 21st request of a second" => TooSoonAsync(actor, () => SendGarbledAsync(actor, actor.Token, cancellationToken), cancellationToken),
            "a blank address, not logged in" => WithoutSessionAsync(actor, () => analyses.AnalyzeAsync(actor, Blank, cancellationToken)),
            "far too long a description, not logged in" => WithoutSessionAsync(
                actor, () => analyses.AnalyzeAsync(actor, new PropertyToAnalyze(Good, Description: Descriptions.TooLong), cancellationToken)),
            "more than anybody can read, not logged in" => WithoutSessionAsync(actor, () => odd.AnalyzeInLargeRequestAsync(actor, beyond: 1, inPieces: false, cancellationToken)),
            "a blank address, in the 21st request of a second" => TooSoonAsync(actor, () => analyses.AnalyzeAsync(actor, Blank, cancellationToken), cancellationToken),
            "far too long a description, in the 21st request of a second" => TooSoonAsync(
                actor, () => analyses.AnalyzeAsync(actor, new PropertyToAnalyze(Good, Description: Descriptions.TooLong), cancellationToken), cancellationToken),
            "a blank address, with far too long a description" =>
                analyses.AnalyzeAsync(actor, new PropertyToAnalyze(Blank, Description: Descriptions.TooLong), cancellationToken),
            "a blank address, with no analyses left" => analyses.AnalyzeAsync(actor, Blank, cancellationToken),
            "a kind of property that is none, with no analyses left" => analyses.AnalyzeAsync(actor, new PropertyToAnalyze(Good, "castle"), cancellationToken),
            "a price of nothing, with no analyses left" => analyses.AnalyzeAsync(actor, new PropertyToAnalyze(Good, PurchasePrice: 0), cancellationToken),
            "one analysis alone to compare, that is not there" => comparisons.CompareAsync(actor, [nothing], cancellationToken),
            "a move to a plan that is not there, on Free" => checkout.ChangePlanAsync(actor, "platinum", null, cancellationToken),
            "an unknown format to export in, on Free" => exports.ExportAsync(actor, "docx", 1, cancellationToken),
            "an analysis to export that is not there, on Free" =>
                exports.ExportAsync(actor, new ExportOrder("csv", AnalysisIds: [nothing]), cancellationToken),
            "an empty message, to a conversation that is not there" => chat.SayInAsync(actor, "", nothing, cancellationToken),
            "a checkout for Free, where he is already" => checkout.OpenAsync(actor, "free", null, cancellationToken),
            "a good address, with no analyses left and the AI down" => GoodInVainAsync(actor, cancellationToken),
            "a price of nothing, in a second click" => ClickTwiceAsync(actor, new PropertyToAnalyze(Good, PurchasePrice: 0), cancellationToken),
            "a kind of property that is none, in a second click" => ClickTwiceAsync(actor, new PropertyToAnalyze(Good, "castle"), cancellationToken),
            "far too long a description, in a second click" =>
                ClickTwiceAsync(actor, new PropertyToAnalyze(Good, Description: Descriptions.TooLong), cancellationToken),
            _ => throw new ArgumentException($"No request with two mistakes is called \"{mistakes}\"."),
        });
    }

    private Task SendGarbledAsync(Actor actor, string? token, CancellationToken cancellationToken) => asking.TryAsync(
        actor, "send garbled text", client => client.SendRawAsync("POST", "/propiq/analyze", token, "{\"address\": ", cancellationToken), cancellationToken);

    private static Task WithoutSessionAsync(Actor actor, Func<Task> ask)
    {
        actor.Take("borrowed phone");
        return ask();
    }

    private async Task TooSoonAsync(Actor actor, Func<Task> ask, CancellationToken cancellationToken)
    {
        await limits.FireAsync(actor, 20, cancellationToken);
        await ask();
    }

    private Task ClickTwiceAsync(Actor actor, PropertyToAnalyze second, CancellationToken cancellationToken) =>
        duplicates.SubmitApartAsync(actor, new PropertyToAnalyze(Good), second, TimeSpan.Zero, cancellationToken);

    private async Task GoodInVainAsync(Actor actor, CancellationToken cancellationToken)
    {
        await faults.FailAiAsync(actor, new AiFault(AiFaultKind.Refuses, 503), null, cancellationToken);
        await analyses.AnalyzeAsync(actor, Good, cancellationToken);
    }
}
