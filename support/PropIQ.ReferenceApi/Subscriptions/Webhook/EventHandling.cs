using Npgsql;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions.Formers;
using PropIQ.ReferenceApi.Subscriptions.Storage;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.ReferenceApi.Subscriptions.Webhook;

/// <summary>Lets an event take effect, once (clause 5.6).</summary>
public interface IEventHandling
{
    /// <summary>Returns when the event has taken effect, now or before; whatever it throws, nothing has happened.</summary>
    Task HandleAsync(StripeEvent stripeEvent, CancellationToken cancellationToken);
}

/// <summary>
/// Stripe is asked before the transaction; the event's id, its effect and its notices are one transaction; subscriptions
/// that it replaced are ended after it.
/// </summary>
public sealed class EventHandling(
    Database database,
    IEventLedger ledger,
    IHappeningReader reader,
    IEventOwners owners,
    IPaidCheckout paid,
    IStripeClient stripe,
    ISubscribers subscribers,
    ISubscriptionRules rules,
    FormerSubscriptionsSignal formers) : IEventHandling
{
    /// <inheritdoc />
    public async Task HandleAsync(StripeEvent stripeEvent, CancellationToken cancellationToken)
    {
        var happening = reader.Read(stripeEvent);
        var (known, owner) = await database.QueryAsync((connection, limited) => LookUpAsync(connection, stripeEvent, happening, limited), cancellationToken);
        if (known)
        {
            return;
        }

        if (owner is not null && happening is CheckoutCompleted checkout && paid.IsPaid(checkout.Session))
        {
            happening = checkout with { Subscription = await stripe.ReadSubscriptionAsync(checkout.Session.SubscriptionId!, cancellationToken) };
        }

        var change = await database.InTransactionAsync(
            async (transaction, limited) => await ledger.TryEnterAsync(transaction, stripeEvent, limited) && owner is { } userId
                ? await TakeEffectAsync(transaction, userId, happening!, limited)
                : null,
            cancellationToken);
        if (change is { Formers.Count: > 0 })
        {
            formers.Raise();
        }
    }

    private async Task<(bool Known, Guid? Owner)> LookUpAsync(
        NpgsqlConnection connection, StripeEvent stripeEvent, StripeHappening? happening, CancellationToken cancellationToken)
    {
        if (await ledger.IsKnownAsync(connection, stripeEvent.Id, cancellationToken))
        {
            return (true, null);
        }

        return (false, happening is null ? null : await owners.FindAsync(connection, OwnerClues.In(happening), cancellationToken));
    }

    private async Task<AccountChange?> TakeEffectAsync(
        NpgsqlTransaction transaction, Guid userId, StripeHappening happening, CancellationToken cancellationToken)
    {
        if (await subscribers.LockAsync(transaction, userId, cancellationToken) is not { } subscriber)
        {
            return null;
        }

        var change = rules.Decide(subscriber.State, happening);
        await subscribers.ApplyAsync(transaction, subscriber, change, cancellationToken);
        return change;
    }
}
