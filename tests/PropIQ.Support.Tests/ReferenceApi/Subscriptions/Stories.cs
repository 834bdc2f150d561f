using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

/// <summary>Accounts and happenings to tell stories with. The period runs from 10 March; what is known dates from noon of the 20th.</summary>
internal static class Stories
{
    public const string Email = "paula@example.test";
    public static readonly DateTimeOffset Start = new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Known = new(2026, 3, 20, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Later = Known.AddHours(1);
    public static readonly DateTimeOffset Earlier = Known.AddHours(-1);

    public static readonly AccountState Newcomer = new(Guid.Parse("5e0e1a3c-1111-4222-8333-444455556666"), Email, Tier.Free, null, null, []);

    private static readonly PriceBook Prices = new(new Dictionary<string, string>
    {
        ["starter"] = "price_starter",
        ["pro"] = "price_pro",
        ["elite"] = "price_elite",
    });

    public static readonly SubscribedTier Tiers = new(Prices);

    public static readonly SubscriptionRules Rules = MakeRules();

    public static AccountState Subscribed(Tier tier = Tier.Pro, SubscriptionStatus status = SubscriptionStatus.Active, string id = "sub_now") => Newcomer with
    {
        Tier = status == SubscriptionStatus.Canceled ? Tier.Free : tier,
        Current = new SubscriptionState(id, "cus_1", tier, status, Start, Start.AddMonths(1), false, Start, Start, Known, Known),
    };

    public static CheckoutCompleted Checkout(
        string subscription = "sub_new", string price = "price_elite", DateTimeOffset? at = null, string paymentStatus = "paid", string status = "complete", string stripeStatus = "active") =>
        new(
            "evt_checkout",
            at ?? Later,
            new StripeCheckoutSession("cs_1", "subscription", status, paymentStatus, "cus_1", null, null, subscription, null, null),
            new StripeSubscription(subscription, "cus_1", StripeStatuses.Meaning(stripeStatus), "si_1", price, Later, Later.AddMonths(1), false, null, null));

    public static StripeInvoice Invoice(string? subscription = "sub_now", string reason = "subscription_cycle", DateTimeOffset? from = null, string? failure = null) =>
        new("in_1", "cus_1", null, subscription, reason, from ?? Start.AddMonths(1), (from ?? Start.AddMonths(1)).AddMonths(1), 9_900, failure, null);

    public static InvoicePaid Paid(string? subscription = "sub_now", string reason = "subscription_cycle", DateTimeOffset? from = null, DateTimeOffset? at = null) =>
        new("evt_paid", at ?? Later, Invoice(subscription, reason, from));

    public static InvoiceFailed Failed(string? subscription = "sub_now", string reason = "subscription_cycle", DateTimeOffset? at = null, string? code = "insufficient_funds") =>
        new("evt_failed", at ?? Later, Invoice(subscription, reason, failure: code));

    public static SubscriptionUpdated Updated(
        string subscription = "sub_now", string status = "active", string? price = "price_starter", bool ends = false, DateTimeOffset? at = null) =>
        new("evt_updated", at ?? Later, new StripeSubscription(subscription, "cus_1", StripeStatuses.Meaning(status), "si_1", price, Start, Start.AddMonths(1), ends, null, null));

    public static SubscriptionDeleted Deleted(string subscription = "sub_now", DateTimeOffset? at = null) =>
        new("evt_deleted", at ?? Later, new StripeSubscription(subscription, "cus_1", SubscriptionStatus.Canceled, "si_1", "price_pro", Start, Start.AddMonths(1), false, null, null));

    public static AccountChange Decide(this AccountState account, StripeHappening happening) => Rules.Decide(account, happening);

    private static SubscriptionRules MakeRules()
    {
        var (currents, order, end) = (new CurrentSubscription(), new EventOrder(), new SubscriptionEnd());
        return new SubscriptionRules(
            new CheckoutCompletedRule(new PaidCheckout(), Tiers, new FormerSubscriptions()),
            new InvoicePaidRule(currents, order, new Renewals()),
            new InvoiceFailedRule(currents, order, new FailureReason()),
            new SubscriptionUpdatedRule(currents, order, Tiers, end),
            new SubscriptionDeletedRule(currents, order, end));
    }
}
