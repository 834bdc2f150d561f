namespace PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

/// <summary>Something that happened at Stripe, as one of its events tells it. <c>Created</c> has whole seconds.</summary>
public abstract record StripeHappening(string EventId, DateTimeOffset Created)
{
    /// <summary>The subscription that it is about, where it is about one.</summary>
    public abstract string? SubscriptionId { get; }
}

/// <summary><c>checkout.session.completed</c>, with the subscription as Stripe holds it (null: none was asked for or found).</summary>
public sealed record CheckoutCompleted(string EventId, DateTimeOffset Created, StripeCheckoutSession Session, StripeSubscription? Subscription)
    : StripeHappening(EventId, Created)
{
    /// <inheritdoc />
    public override string? SubscriptionId => Session.SubscriptionId;
}

/// <summary><c>invoice.payment_succeeded</c>.</summary>
public sealed record InvoicePaid(string EventId, DateTimeOffset Created, StripeInvoice Invoice) : StripeHappening(EventId, Created)
{
    /// <inheritdoc />
    public override string? SubscriptionId => Invoice.SubscriptionId;
}

/// <summary><c>invoice.payment_failed</c>.</summary>
public sealed record InvoiceFailed(string EventId, DateTimeOffset Created, StripeInvoice Invoice) : StripeHappening(EventId, Created)
{
    /// <inheritdoc />
    public override string? SubscriptionId => Invoice.SubscriptionId;
}

/// <summary><c>customer.subscription.updated</c>.</summary>
public sealed record SubscriptionUpdated(string EventId, DateTimeOffset Created, StripeSubscription Subscription) : StripeHappening(EventId, Created)
{
    /// <inheritdoc />
    public override string? SubscriptionId => Subscription.Id;
}

/// <summary><c>customer.subscription.deleted</c>.</summary>
public sealed record SubscriptionDeleted(string EventId, DateTimeOffset Created, StripeSubscription Subscription) : StripeHappening(EventId, Created)
{
    /// <inheritdoc />
    public override string? SubscriptionId => Subscription.Id;
}
