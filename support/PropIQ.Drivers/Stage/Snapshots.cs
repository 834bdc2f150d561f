using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Payments;

namespace PropIQ.Drivers.Stage;

/// <summary>
/// "Nothing else changed", defined: profile (plan, usage, subscription, last payment error), subscription and the whole
/// history are as they were when the snapshot was taken.
/// </summary>
public sealed class Snapshots(AccountDriver accounts, HistoryDriver history, CheckoutDriver checkout)
{
    private readonly Dictionary<Actor, Snapshot> taken = [];

    /// <summary>Remembers what PropIQ holds of the person now.</summary>
    public async Task TakeAsync(Actor actor, CancellationToken cancellationToken) => taken[actor] = await LookAsync(actor, cancellationToken);

    /// <summary>What PropIQ holds of the person is what it was.</summary>
    public async Task ShouldBeUnchangedAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!taken.TryGetValue(actor, out var before))
        {
            throw new InvalidOperationException($"Nothing was remembered of {actor} to compare with: a Given that takes stock is missing.");
        }

        var after = await LookAsync(actor, cancellationToken);
        Verdict.That(after.Profile == before.Profile, $"{actor}'s profile should be unchanged, but was {before.Profile} and is {after.Profile}");
        Verdict.That(
            after.Subscription == before.Subscription,
            $"{actor}'s subscription should be unchanged, but was {before.Subscription} and is {after.Subscription}");
        Verdict.That(
            after.History.SequenceEqual(before.History),
            $"{actor}'s history should be unchanged, but had {before.History.Count} analyses and has {after.History.Count}, or other ones");
    }

    private async Task<Snapshot> LookAsync(Actor actor, CancellationToken cancellationToken) => new(
        await accounts.ProfileAsync(actor, cancellationToken),
        await checkout.SubscriptionAsync(actor, cancellationToken),
        [.. (await history.ShownAsync(actor, cancellationToken)).Select(item => (item.AnalysisId, item.Address, item.DealScore))]);

    private sealed record Snapshot(Profile Profile, Subscription Subscription, IReadOnlyList<(string? Id, string? Address, decimal? Score)> History);
}
