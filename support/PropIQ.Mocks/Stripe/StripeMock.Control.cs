using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe;

/// <content>The director's side.</content>
public sealed partial class StripeMock
{
    /// <inheritdoc />
    public Task<StripeSubscription> SeedSubscriptionAsync(string email, string tier, DateTimeOffset periodStart, DateTimeOffset periodEnd, CancellationToken cancellationToken) =>
        Locked(() => Views.Of(_loose.Seed(email, tier, periodStart, periodEnd)));

    /// <inheritdoc />
    public Task SetClockAsync(string email, DateTimeOffset now, bool frozen, CancellationToken cancellationToken) =>
        Locked(() => _world.Ledger(email).Clock.Set(now, frozen));

    /// <inheritdoc />
    public Task<PaymentOutcome> PayAsync(string sessionId, string cardNumber, Delivery delivery, CancellationToken cancellationToken) =>
        TellAsync(() => _checkouts.Pay(sessionId, TestCard.Numbered(cardNumber)), delivery, cancellationToken);

    /// <inheritdoc />
    public Task<PaymentOutcome> AuthenticateAsync(string sessionId, bool passes, Delivery delivery, CancellationToken cancellationToken) =>
        TellAsync(() => _checkouts.Authenticate(sessionId, passes), delivery, cancellationToken);

    /// <inheritdoc />
    public Task ExpireAsync(string sessionId, CancellationToken cancellationToken) =>
        TellAsync(() => _checkouts.Expire(sessionId), Delivery.InOrder, cancellationToken);

    /// <inheritdoc />
    public Task CompleteUnpaidAsync(string sessionId, CancellationToken cancellationToken) =>
        TellAsync(() => _checkouts.CompleteUnpaid(sessionId), Delivery.InOrder, cancellationToken);

    /// <inheritdoc />
    public Task<PaymentOutcome> RenewAsync(string subscriptionId, string? cardNumber, CancellationToken cancellationToken) =>
        TellAsync(() => _renewals.Renew(subscriptionId, cardNumber is null ? null : TestCard.Numbered(cardNumber)), Delivery.InOrder, cancellationToken);

    /// <inheritdoc />
    public Task EndAsync(string subscriptionId, CancellationToken cancellationToken) =>
        TellAsync(() => _endings.Now(Living(subscriptionId)), Delivery.InOrder, cancellationToken);

    /// <inheritdoc />
    public Task CancelAtPeriodEndAsync(string subscriptionId, bool cancel, CancellationToken cancellationToken) =>
        TellAsync(() => _plans.Change(Living(subscriptionId), new PlanChange { CancelAtPeriodEnd = cancel }), Delivery.InOrder, cancellationToken);

    /// <inheritdoc />
    public Task FailPaymentAsync(string email, string declineCode, CancellationToken cancellationToken) =>
        TellAsync(() => _loose.Fail(email, Decline.For(declineCode)), Delivery.InOrder, cancellationToken);

    /// <inheritdoc />
    public async Task<DeliveryAttempt> SendAsync(string email, string eventType, string tier, decimal amountUsd, string? failureReason, CancellationToken cancellationToken)
    {
        var cents = (long)Math.Round(amountUsd * 100, MidpointRounding.AwayFromZero);
        var made = await Locked(() => _simulated.Make(email, eventType, tier, cents, failureReason)).ConfigureAwait(false);
        return await _deliverer.AttemptAsync(email, made, new Signing(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<StripeEvent> ComposeAsync(string email, string eventType, StripeEventChanges changes, CancellationToken cancellationToken) =>
        Locked(() => _drafts.Compose(email, eventType, changes));

    /// <inheritdoc />
    public async Task<IReadOnlyList<DeliveryAttempt>> DeliverAsync(string eventId, Signing signing, int copies, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        var (email, kept) = await Locked(() => Kept(eventId)).ConfigureAwait(false);

        // Begun on as many threads, so that no copy waits for another's sending.
        var attempts = Enumerable.Range(0, copies).Select(_ => Task.Run(() => _deliverer.AttemptAsync(email, kept, signing, cancellationToken), cancellationToken));
        return await Task.WhenAll(attempts).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<StripeEvent>> EventsAsync(string email, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<StripeEvent>>(() => [.. _world.Ledger(email).Events]);

    /// <inheritdoc />
    public Task<IReadOnlyList<DeliveryAttempt>> DeliveriesAsync(string email, CancellationToken cancellationToken) => Task.FromResult(_log.Of(email));

    /// <inheritdoc />
    public Task<int> UnderWayAsync(string email, CancellationToken cancellationToken) => Task.FromResult(_log.UnderWay(email));

    /// <inheritdoc />
    public Task<StripeCustomer?> CustomerAsync(string email, CancellationToken cancellationToken) => Locked(() => Views.Of(_world, email));

    /// <inheritdoc />
    public Task FailCallsAsync(string email, int? status, CancellationToken cancellationToken) =>
        Locked(() => _world.Ledger(email).Fault = new CallFault(status, EndingsOnly: false));

    /// <inheritdoc />
    public Task FailEndingsAsync(string email, int? status, CancellationToken cancellationToken) =>
        Locked(() => _world.Ledger(email).Fault = new CallFault(status, EndingsOnly: true));

    /// <inheritdoc />
    public Task HealAsync(string email, CancellationToken cancellationToken) => Locked(() => _world.Ledger(email).Fault = null);

    /// <inheritdoc />
    public Task<IReadOnlyList<StripeCall>> CallsAsync(string email, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<StripeCall>>(() => [.. _world.Ledger(email).Calls]);

    /// <inheritdoc />
    public Task SetWebhookAsync(Uri url, string signingSecret, CancellationToken cancellationToken)
    {
        _deliverer.SetEndpoint(url, signingSecret);
        return Task.CompletedTask;
    }

    private async Task<PaymentOutcome> TellAsync(Func<Happening> happen, Delivery delivery, CancellationToken cancellationToken)
    {
        var happening = await Locked(happen).ConfigureAwait(false);
        await _deliverer.SendAsync(happening.Email, happening.Events, delivery, cancellationToken).ConfigureAwait(false);
        return happening.ToOutcome();
    }

    private Subscription Living(string subscriptionId)
    {
        var subscription = _world.Find<Subscription>(subscriptionId) ?? throw new ArgumentException($"There is no subscription '{subscriptionId}'.", nameof(subscriptionId));
        return subscription.Status == "canceled" ? throw new InvalidOperationException($"Subscription '{subscriptionId}' has ended already.") : subscription;
    }

    private (string Email, StripeEvent Kept) Kept(string eventId)
    {
        foreach (var ledger in _world.Ledgers)
        {
            if (ledger.Events.Find(made => made.Id == eventId) is { } kept)
            {
                return (ledger.Email, kept);
            }
        }

        throw new ArgumentException($"There is no event '{eventId}'.", nameof(eventId));
    }

    // Errors of the director's come out of the task, as from any asynchronous call.
    private Task<T> Locked<T>(Func<T> act)
    {
        try
        {
            lock (_gate)
            {
                return Task.FromResult(act());
            }
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return Task.FromException<T>(error);
        }
    }

    private Task Locked(Action act) => Locked(() =>
    {
        act();
        return true;
    });
}
