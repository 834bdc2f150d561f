using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Billing;

/// <summary>
/// Makes an event of a given type and amount come about the way it would: what it tells of happens in the mock first.
/// Types that change nothing here are written around what there is.
/// </summary>
internal sealed class SimulatedEvents(StripeWorld world, CheckoutBilling checkouts, RenewalBilling renewals, PlanBilling plans, EndingBilling endings, LoosePayments loose, EventDrafts drafts)
{
    public StripeEvent Make(string email, string type, string tier, long cents, string? failureReason)
    {
        var current = world.Current(email);
        var happening = type switch
        {
            "checkout.session.completed" => checkouts.Pay(SessionFor(email, tier, cents).Id, TestCard.Good),
            "checkout.session.expired" => checkouts.Expire(SessionFor(email, tier, cents).Id),
            "invoice.payment_succeeded" when current is { CancelAtPeriodEnd: false } => renewals.Renew(current.Id, TestCard.Good, Positive(cents)),
            "invoice.payment_failed" => loose.Fail(email, Reason(failureReason), Positive(cents)),
            "customer.subscription.updated" when current is not null => plans.Change(current, ToTier(current, tier)),
            "customer.subscription.deleted" when current is not null => endings.Now(current),
            _ => null,
        };
        return happening?.Events.LastOrDefault(made => made.Type == type)
            ?? drafts.Compose(email, type, new StripeEventChanges(Tier: tier, DeclineCode: failureReason));
    }

    /// <summary>A reason as a profile writes it: a decline code, or words that stand for one.</summary>
    private static Decline Reason(string? reason) =>
        Decline.For(string.IsNullOrWhiteSpace(reason) ? "generic_decline" : reason.Trim().ToLowerInvariant().Replace(' ', '_'));

    private static long? Positive(long cents) => cents > 0 ? cents : null;

    private PlanChange ToTier(Subscription subscription, string tier) => new()
    {
        Items = [new ItemChange(subscription.Items[0].Id, world.PriceOf(tier), null, Deleted: false)],
        Proration = "none",
    };

    // The newest open session for the tier; with none open, one like the customer's last.
    private CheckoutSession SessionFor(string email, string tier, long cents)
    {
        var now = world.Ledger(email).Clock.Now;
        var sessions = world.Sessions(email).ToList();
        var session = sessions.FindLast(known => known.IsOpenAt(now) && known.Price.Tier == tier) ?? Another(email, tier, sessions.LastOrDefault(), now);
        session.AmountTotal = Positive(cents) ?? session.AmountTotal;
        return session;
    }

    private CheckoutSession Another(string email, string tier, CheckoutSession? last, DateTimeOffset now)
    {
        var price = world.PriceOf(tier);
        var id = StripeIds.CheckoutSession();
        return world.Add(new CheckoutSession(id, now, price)
        {
            AmountTotal = price.Cents,
            CustomerId = world.CustomerFor(email).Id,
            ClientReferenceId = last?.ClientReferenceId,
            Metadata = WithTier(last?.Metadata, last?.Price.Tier, tier),
            SubscriptionMetadata = WithTier(last?.SubscriptionMetadata, last?.Price.Tier, tier),
            SuccessUrl = last?.SuccessUrl,
            CancelUrl = last?.CancelUrl,
            Url = new Uri(world.Options.CheckoutPages, id).AbsoluteUri,
            ExpiresAt = now.AddHours(24),
        });
    }

    // Metadata that names the former tier (or its price) would contradict the new price.
    private Dictionary<string, string> WithTier(IReadOnlyDictionary<string, string>? metadata, string? former, string tier)
    {
        var copy = new Dictionary<string, string>(metadata ?? new Dictionary<string, string>());
        foreach (var (key, value) in copy.ToList())
        {
            copy[key] = former is null ? value
                : value == former ? tier
                : value == world.PriceOf(former).Id ? world.PriceOf(tier).Id
                : value;
        }

        return copy;
    }
}
