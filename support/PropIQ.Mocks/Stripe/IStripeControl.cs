namespace PropIQ.Mocks.Stripe;

/// <summary>
/// The director's side of the mock Stripe: what customers, time and the network do. Objects belong to customers, and
/// customers to an e-mail, so scenarios side by side never meet. Times of objects follow the customer's clock
/// (<see cref="SetClockAsync"/>), as with Stripe's own test clocks; signatures follow the machine's clock.
/// </summary>
public interface IStripeControl
{
    /// <summary>A customer with an active, paid subscription that PropIQ is to know of already; sends no events.</summary>
    Task<StripeSubscription> SeedSubscriptionAsync(string email, string tier, DateTimeOffset periodStart, DateTimeOffset periodEnd, CancellationToken cancellationToken);

    /// <summary>From now on this customer's objects are made at <paramref name="now"/> (running on from there unless <paramref name="frozen"/>).</summary>
    Task SetClockAsync(string email, DateTimeOffset now, bool frozen, CancellationToken cancellationToken);

    /// <summary>
    /// The customer pays an open checkout session with a card number. Succeeding or failing sends what Stripe sends, in the order
    /// given by <paramref name="delivery"/>, and returns when the deliveries have been answered (or, if held, made).
    /// </summary>
    Task<PaymentOutcome> PayAsync(string sessionId, string cardNumber, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>
    /// The customer passes, or fails, the authentication that the session's card (4000 0025 0000 3155) asked for when
    /// <see cref="PayAsync"/> was tried with it: only then the session is paid, or the payment fails.
    /// </summary>
    Task<PaymentOutcome> AuthenticateAsync(string sessionId, bool passes, Delivery delivery, CancellationToken cancellationToken);

    /// <summary>The session runs out unpaid: <c>checkout.session.expired</c>.</summary>
    Task ExpireAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>The session completes without money having arrived (payment_status unpaid).</summary>
    Task CompleteUnpaidAsync(string sessionId, CancellationToken cancellationToken);

    /// <summary>
    /// The subscription's next period begins and is charged to <paramref name="cardNumber"/> (null: the card on file):
    /// <c>customer.subscription.updated</c>, then the invoice with billing_reason subscription_cycle, or a failed payment. While
    /// a renewal is unpaid, that one is charged again and no further period begins. A subscription that is to be canceled at its
    /// period's end ends instead. The customer's clock is not moved.
    /// </summary>
    Task<PaymentOutcome> RenewAsync(string subscriptionId, string? cardNumber, CancellationToken cancellationToken);

    /// <summary>The subscription ends now: <c>customer.subscription.deleted</c>.</summary>
    Task EndAsync(string subscriptionId, CancellationToken cancellationToken);

    /// <summary>The subscription is to end with its period, or, with <paramref name="cancel"/> false, to go on after all: <c>customer.subscription.updated</c>.</summary>
    Task CancelAtPeriodEndAsync(string subscriptionId, bool cancel, CancellationToken cancellationToken);

    /// <summary>
    /// A payment by this customer fails with a reason, with or without a subscription: <c>invoice.payment_failed</c>, the last
    /// of the events. A running subscription is past due then, its period unchanged.
    /// </summary>
    Task FailPaymentAsync(string email, string declineCode, CancellationToken cancellationToken);

    /// <summary>
    /// An event of any type for this customer, signed and delivered once; <paramref name="amountUsd"/> in dollars. What it tells
    /// of happens here first: the open checkout for the tier is paid (one is made if none is open), the subscription renews,
    /// fails to, changes its price or ends. Other events of the same happening are kept, not sent.
    /// </summary>
    Task<DeliveryAttempt> SendAsync(string email, string eventType, string tier, decimal amountUsd, string? failureReason, CancellationToken cancellationToken);

    /// <summary>Makes an event without sending it, for tampering and for delivery by <see cref="DeliverAsync"/>.</summary>
    Task<StripeEvent> ComposeAsync(string email, string eventType, StripeEventChanges changes, CancellationToken cancellationToken);

    /// <summary>Delivers a kept event (again) with the given signature; <paramref name="copies"/> greater than 1 arrive at the same instant.</summary>
    Task<IReadOnlyList<DeliveryAttempt>> DeliverAsync(string eventId, Signing signing, int copies, CancellationToken cancellationToken);

    /// <summary>The events of this customer so far, oldest first, sent or not.</summary>
    Task<IReadOnlyList<StripeEvent>> EventsAsync(string email, CancellationToken cancellationToken);

    /// <summary>The deliveries to PropIQ's webhook for this customer, oldest first.</summary>
    Task<IReadOnlyList<DeliveryAttempt>> DeliveriesAsync(string email, CancellationToken cancellationToken);

    /// <summary>How many deliveries for this customer have gone out and are not answered yet.</summary>
    Task<int> UnderWayAsync(string email, CancellationToken cancellationToken);

    /// <summary>What Stripe holds for this customer.</summary>
    Task<StripeCustomer?> CustomerAsync(string email, CancellationToken cancellationToken);

    /// <summary>PropIQ's calls for this customer are answered with <paramref name="status"/> until healed; null: they are carried out, and the answer gets lost.</summary>
    Task FailCallsAsync(string email, int? status, CancellationToken cancellationToken);

    /// <summary>PropIQ's calls that end a subscription of this customer at once are answered so until healed, all others as ever.</summary>
    Task FailEndingsAsync(string email, int? status, CancellationToken cancellationToken);

    /// <summary>Ends the failing of calls for this customer.</summary>
    Task HealAsync(string email, CancellationToken cancellationToken);

    /// <summary>PropIQ's calls to Stripe for this customer, oldest first.</summary>
    Task<IReadOnlyList<StripeCall>> CallsAsync(string email, CancellationToken cancellationToken);

    /// <summary>Where events go: PropIQ's webhook, and the secret that signs them.</summary>
    Task SetWebhookAsync(Uri url, string signingSecret, CancellationToken cancellationToken);
}

/// <summary>How the events of one happening reach PropIQ.</summary>
public enum Delivery
{
    /// <summary>In the order in which they happened.</summary>
    InOrder,

    /// <summary>The last first.</summary>
    Reversed,

    /// <summary>All at the same instant.</summary>
    AtOnce,

    /// <summary>Kept back, for <see cref="IStripeControl.DeliverAsync"/>.</summary>
    Held,
}

/// <summary>How a delivery is signed.</summary>
/// <param name="Age">How long ago the signature was made on the machine's clock; negative is the future.</param>
/// <param name="Forgery">What is wrong with it, if anything.</param>
public sealed record Signing(TimeSpan Age = default, Forgery Forgery = Forgery.None);

/// <summary>What can be wrong, or unusual, with a signature.</summary>
public enum Forgery
{
    /// <summary>Nothing: signed as Stripe signs.</summary>
    None,

    /// <summary>No signature header.</summary>
    Unsigned,

    /// <summary>Signed with another secret.</summary>
    WrongSecret,

    /// <summary>The body was changed after signing.</summary>
    TamperedBody,

    /// <summary>Unusual but right: several v1, the right one last (while a secret is being rolled).</summary>
    RightSignatureLast,

    /// <summary>The header is no signature at all.</summary>
    Garbled,

    /// <summary>Signed in the scheme v0 alone, which Stripe says to ignore.</summary>
    TestScheme,
}

/// <summary>Changes to a composed event: null members keep what Stripe would send.</summary>
/// <param name="Created">When the event was made.</param>
/// <param name="SubscriptionId">The subscription it is about; default the customer's current one.</param>
/// <param name="Tier">The tier whose price it carries.</param>
/// <param name="BillingReason">subscription_cycle, subscription_create, subscription_update.</param>
/// <param name="PeriodStart">The start of the period that an invoice pays for.</param>
/// <param name="PaymentStatus">paid or unpaid, for checkout sessions.</param>
/// <param name="DeclineCode">Why a payment failed.</param>
/// <param name="CustomerId">Another customer than this one's.</param>
/// <param name="BilledTo">The e-mail that an invoice goes to, where it is not the customer's.</param>
/// <param name="RawBody">A whole other body, for payloads that are no event.</param>
public sealed record StripeEventChanges(
    DateTimeOffset? Created = null,
    string? SubscriptionId = null,
    string? Tier = null,
    string? BillingReason = null,
    DateTimeOffset? PeriodStart = null,
    string? PaymentStatus = null,
    string? DeclineCode = null,
    string? CustomerId = null,
    string? BilledTo = null,
    string? RawBody = null);

/// <summary>A payment's outcome; <c>DeclineCode</c> is null when it went through. <c>AmountUsd</c> in dollars.</summary>
public sealed record PaymentOutcome(bool Succeeded, string? DeclineCode, decimal AmountUsd, IReadOnlyList<string> EventIds);

/// <summary>An event: <c>Json</c> is the exact body that is signed and sent.</summary>
public sealed record StripeEvent(string Id, string Type, DateTimeOffset Created, string Json);

/// <summary>One delivery to the webhook: <c>Status</c> 0 when nobody answered; <c>Took</c> until there was an answer, or no hope of one.</summary>
public sealed record DeliveryAttempt(string EventId, string Type, int Attempt, int Status, string ResponseBody, DateTimeOffset At, TimeSpan Took);

/// <summary>What Stripe holds for a customer. Subscriptions are oldest first, those never paid for (incomplete) before all others.</summary>
public sealed record StripeCustomer(string Id, string Email, IReadOnlyList<StripeSubscription> Subscriptions, IReadOnlyList<StripeCheckout> Checkouts);

/// <summary>A subscription at Stripe.</summary>
public sealed record StripeSubscription(string Id, string CustomerId, string Tier, string Status, DateTimeOffset CurrentPeriodStart, DateTimeOffset CurrentPeriodEnd, bool CancelAtPeriodEnd);

/// <summary>A checkout session at Stripe: status open, complete or expired; payment_status paid or unpaid.</summary>
public sealed record StripeCheckout(string Id, string Tier, string Status, string PaymentStatus, decimal AmountUsd);

/// <summary>A call that PropIQ made to Stripe.</summary>
public sealed record StripeCall(string Method, string Path, IReadOnlyDictionary<string, string> Form, string? IdempotencyKey, int Status, DateTimeOffset At);
