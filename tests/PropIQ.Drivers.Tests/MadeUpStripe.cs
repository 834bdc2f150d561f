using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Tests;

/// <summary>What Stripe is made up to hold and to have seen, whoever asks; it does nothing by itself.</summary>
internal sealed class MadeUpStripe : IStripeControl
{
    private const string Idle = "This Stripe only tells what was made up.";

    public StripeCustomer? Customer { get; set; }

    public IReadOnlyList<StripeCall> Calls { get; set; } = [];

    /// <summary>What is seen at one look after the other; the last stays.</summary>
    public Queue<IReadOnlyList<DeliveryAttempt>> Deliveries { get; } = new();

    public PaymentOutcome? Payment { get; set; }

    /// <summary>What was answered to news that are told again.</summary>
    public IReadOnlyList<DeliveryAttempt> Delivered { get; set; } = [];

    public Task<StripeCustomer?> CustomerAsync(string email, CancellationToken cancellationToken) => Task.FromResult(Customer);

    public Task<IReadOnlyList<StripeCall>> CallsAsync(string email, CancellationToken cancellationToken) => Task.FromResult(Calls);

    public Task<IReadOnlyList<DeliveryAttempt>> DeliveriesAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult(Deliveries.Count > 1 ? Deliveries.Dequeue() : Deliveries.Peek());

    public Task<PaymentOutcome> PayAsync(string sessionId, string cardNumber, Delivery delivery, CancellationToken cancellationToken) =>
        Task.FromResult(Payment ?? throw new NotSupportedException(Idle));

    public Task<IReadOnlyList<StripeEvent>> EventsAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<StripeEvent>>([.. Delivered.Select(news => new StripeEvent(news.EventId, news.Type, news.At, "{}"))]);

    public Task<IReadOnlyList<DeliveryAttempt>> DeliverAsync(string eventId, Signing signing, int copies, CancellationToken cancellationToken) => Task.FromResult(Delivered);

    public Task<StripeSubscription> SeedSubscriptionAsync(
        string email, string tier, DateTimeOffset periodStart, DateTimeOffset periodEnd, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task SetClockAsync(string email, DateTimeOffset now, bool frozen, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task<PaymentOutcome> AuthenticateAsync(string sessionId, bool passes, Delivery delivery, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task ExpireAsync(string sessionId, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task CompleteUnpaidAsync(string sessionId, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task<PaymentOutcome> RenewAsync(string subscriptionId, string? cardNumber, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task EndAsync(string subscriptionId, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task CancelAtPeriodEndAsync(string subscriptionId, bool cancel, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task FailPaymentAsync(string email, string declineCode, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task<DeliveryAttempt> SendAsync(
        string email, string eventType, string tier, decimal amountUsd, string? failureReason, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task<StripeEvent> ComposeAsync(string email, string eventType, StripeEventChanges changes, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task<int> UnderWayAsync(string email, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task FailCallsAsync(string email, int? status, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task FailEndingsAsync(string email, int? status, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task HealAsync(string email, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);

    public Task SetWebhookAsync(Uri url, string signingSecret, CancellationToken cancellationToken) => throw new NotSupportedException(Idle);
}
