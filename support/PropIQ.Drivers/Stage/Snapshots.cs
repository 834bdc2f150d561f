using PropIQ.Client;
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
        var changes = Differences(Facts(before), Facts(after));
        Verdict.That(changes.Count == 0, $"nothing should have changed for {actor}, but {string.Join("; ", changes)}");
        Verdict.That(
            after.History.SequenceEqual(before.History),
            $"{actor}'s history should be unchanged, but had {before.History.Count} analyses and has {after.History.Count}, or other ones");
    }

    private static IReadOnlyList<(string Name, object? Value)> Facts(Snapshot snapshot)
    {
        var (profile, subscription) = (snapshot.Profile, snapshot.Subscription);
        return
        [
            ("the account", profile.Id), ("the e-mail", profile.Email), ("the name", $"{profile.FirstName} {profile.LastName}"),
            ("the plan", Verdict.Given(profile.Tier, "the plan")), ("the payment error", profile.LastPaymentError),
            ("the state of the subscription", Verdict.Given(profile.SubscriptionStatus, "the state of the subscription")),
            ("the number used", Verdict.Given(profile.Usage?.Used, "the analyses used")), ("the limit", profile.Usage?.Limit),
            ("the number left", profile.Usage?.Remaining), ("the end of the period", profile.Usage?.ResetsAt),
            ("the subscription's plan", Verdict.Given(subscription.Tier, "the subscription's plan")), ("the subscription", subscription.Status),
            ("the subscription's end", subscription.CurrentPeriodEnd), ("whether it is to end", subscription.CancelAtPeriodEnd),
        ];
    }

    private static List<string> Differences(IReadOnlyList<(string Name, object? Value)> before, IReadOnlyList<(string Name, object? Value)> after) =>
    [
        .. before.Zip(after)
            .Where(pair => !Equals(pair.First.Value, pair.Second.Value))
            .Select(pair => $"{pair.First.Name} was {pair.First.Value ?? "none"} and is {pair.Second.Value ?? "none"}"),
    ];

    private async Task<Snapshot> LookAsync(Actor actor, CancellationToken cancellationToken) => new(
        await accounts.ProfileAsync(actor, cancellationToken),
        await checkout.SubscriptionAsync(actor, cancellationToken),
        [.. (await history.ShownAsync(actor, cancellationToken)).Select(item => (item.AnalysisId, item.Address, item.DealScore))]);

    private sealed record Snapshot(Profile Profile, Subscription Subscription, IReadOnlyList<(JsonId? Id, string? Address, decimal? Score)> History);
}
