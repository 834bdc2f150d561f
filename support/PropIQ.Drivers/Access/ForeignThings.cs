using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Access;

/// <summary>Reaching for what is somebody else's (contract, 2.10).</summary>
public sealed class ForeignThings(HistoryDriver history, ExportDriver exports, ComparisonDriver comparisons, ChatDriver chat)
{
    private const string Stranger = "What did I ask before?";
    private readonly List<string> secrets = [];
    private JsonId reachedFor = "";
    private string way = "";

    /// <summary>Reaches for a thing of the owner's in the way that features call so.</summary>
    public async Task ReachAsync(Actor stranger, Actor owner, string wayToIt, CancellationToken cancellationToken)
    {
        var theirs = await history.ShownAsync(owner, cancellationToken);
        secrets.AddRange([owner.Email, .. theirs.Select(item => Verdict.Given(item.Address, "an address"))]);
        Verdict.That(theirs.Count > 0, $"{owner}'s history should show what {owner} analysed, but shows nothing");
        way = wayToIt;
        reachedFor = wayToIt.Contains("conversation", StringComparison.Ordinal)
            ? chat.ConversationOf(owner)
            : Verdict.Given(theirs[0].AnalysisId, "an analysis's id");
        await OwnersLookAsync(owner, cancellationToken);
        await TryAsync(stranger, reachedFor, cancellationToken);
    }

    // What was shown to its owner a moment ago must not be shown to whoever comes next.
    private async Task OwnersLookAsync(Actor owner, CancellationToken cancellationToken)
    {
        if (way is "by its number")
        {
            (await history.OpenAsync(owner, reachedFor, cancellationToken)).ShouldSucceed();
        }
        else if (way is "to read a conversation")
        {
            (await chat.ReadAsync(owner, reachedFor, cancellationToken)).ShouldSucceed();
        }
    }

    /// <summary>The answer is what it is for a thing that never was, and shows nothing of the owner.</summary>
    public async Task ShouldSeemNeverToHaveBeenAsync(Actor stranger, CancellationToken cancellationToken)
    {
        var refusal = Refusals.Because("there is no such thing");
        var answered = stranger.Journal.Last;
        var problem = refusal.ShouldBeTheOutcomeOf(stranger.Name, answered);
        var body = answered.Exchange.ResponseBody ?? "";
        var leak = secrets.FirstOrDefault(secret => body.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Verdict.That(secrets.Count > 0 && leak is null, $"{stranger} should learn nothing of somebody else's, but reads \"{leak}\"");

        var nothing = Guid.NewGuid().ToString();
        var never = refusal.ShouldBeTheOutcomeOf(stranger.Name, await TryAsync(stranger, nothing, cancellationToken));
        Verdict.That(
            problem.Title == never.Title && problem.Detail?.Replace(reachedFor.Text, nothing, StringComparison.Ordinal) == never.Detail,
            $"{stranger} should not be able to tell somebody else's from what never was, but reads \"{problem.Detail}\" and \"{never.Detail}\"");
    }

    private async Task<IAttempt> TryAsync(Actor stranger, JsonId id, CancellationToken cancellationToken) => way switch
    {
        "by its number" => await history.OpenAsync(stranger, id, cancellationToken),
        "in an export" => await exports.ExportAsync(stranger, new ExportOrder("json", AnalysisIds: [id]), cancellationToken),
        "in a table with her own" =>
            await exports.ExportAsync(stranger, new ExportOrder("csv", AnalysisIds: [await OwnAsync(stranger, cancellationToken), id]), cancellationToken),
        "in a comparison with her own" => await comparisons.CompareAsync(stranger, [await OwnAsync(stranger, cancellationToken), id], cancellationToken),
        "to read a conversation" => await chat.ReadAsync(stranger, id, cancellationToken),
        "to go on with a conversation" => await chat.SayInAsync(stranger, Stranger, id, cancellationToken),
        _ => throw new ArgumentException($"No way to somebody else's things is called \"{way}\"."),
    };

    private async Task<JsonId> OwnAsync(Actor stranger, CancellationToken cancellationToken)
    {
        var own = await history.ShownAsync(stranger, cancellationToken);
        Verdict.That(own.Count > 0, $"{stranger} needs an analysis of her own for that");
        return Verdict.Given(own[0].AnalysisId, "an analysis's id");
    }
}
