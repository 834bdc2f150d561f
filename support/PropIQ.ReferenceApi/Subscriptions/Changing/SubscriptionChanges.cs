using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions.Storage;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.ReferenceApi.Subscriptions.Changing;

/// <summary>Changes subscriptions at Stripe, and here as Stripe's answer says. Stripe's own event about it changes nothing more.</summary>
public sealed class SubscriptionChanges(
    Database database, ISubscribers subscribers, IStripeClient stripe, IPriceBook prices, ISubscribedTier tiers, IIdempotencyKeys keys)
{
    /// <summary>Moves a live subscription to another paid plan's price, and the account with it.</summary>
    public async Task MoveToAsync(Subscriber subscriber, Tier tier, CancellationToken cancellationToken)
    {
        var current = subscriber.State.Current!;
        var held = await stripe.ReadSubscriptionAsync(current.Id, cancellationToken);
        if (held.ItemId is not { } itemId)
        {
            throw StripeHttp.Unavailable($"subscription {current.Id} has no item");
        }

        var change = new PriceChange(current.Id, itemId, prices.PriceOf(tier)!, Plan.Of(tier).Name, Resumes: held.CancelAtPeriodEnd);
        var answer = await stripe.ChangePriceAsync(change, keys.ForPlanChange(current.Id, tier, subscriber.Revision), cancellationToken);
        await StoreAsync(subscriber, answer, cancellationToken);
    }

    /// <summary>Lets a live subscription end with its period: the account stays on its plan until Stripe says that it has.</summary>
    public async Task EndWithPeriodAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var id = subscriber.State.Current!.Id;
        var answer = await stripe.EndWithPeriodAsync(id, keys.ForPlanChange(id, Tier.Free, subscriber.Revision), cancellationToken);
        await StoreAsync(subscriber, answer, cancellationToken);
    }

    private Task StoreAsync(Subscriber subscriber, StripeSubscription answer, CancellationToken cancellationToken)
    {
        var tier = tiers.Of(answer) ?? throw StripeHttp.Unavailable($"subscription {answer.Id} has a price of no plan");
        return database.InTransactionAsync(
            async (transaction, limited) =>
            {
                // Meanwhile it may have ended, or another one may have taken its place.
                var now = await subscribers.LockAsync(transaction, subscriber.State.UserId, limited);
                if (now?.State.Current is { IsLive: true } current && current.Id == answer.Id)
                {
                    await subscribers.ApplyAsync(transaction, now, Changed(now.State, current, answer, tier), limited);
                }
            },
            cancellationToken);
    }

    private static AccountChange Changed(AccountState account, SubscriptionState current, StripeSubscription answer, Tier tier) => new(account with
    {
        Tier = tier,
        Current = current with
        {
            Tier = tier,
            PeriodStart = answer.PeriodStart,
            PeriodEnd = answer.PeriodEnd,
            CancelAtPeriodEnd = answer.CancelAtPeriodEnd,
        },
    });
}
