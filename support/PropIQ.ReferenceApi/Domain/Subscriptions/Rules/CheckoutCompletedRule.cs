using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>
/// A paid checkout gives its plan at once, keeps what is used, and ends the subscription that it replaces (clause 5.7).
/// Of two checkouts paid in a row the later one counts, in whatever order the news arrives; the other one's subscription is
/// ended, so that nobody pays for two.
/// </summary>
public sealed class CheckoutCompletedRule(IPaidCheckout paid, ISubscribedTier tiers, IFormerSubscriptions formers) : IHappeningRule<CheckoutCompleted>
{
    /// <inheritdoc />
    public AccountChange Decide(AccountState account, CheckoutCompleted happening)
    {
        if (!paid.IsPaid(happening.Session) || happening.Subscription is not { } bought || IsOver(account, bought))
        {
            return AccountChange.Nothing(account);
        }

        if (tiers.Of(bought, happening.Session.MetadataTier) is not { } tier)
        {
            return AccountChange.Nothing(account);
        }

        var signup = new Notice.NewSignup(account.Email, tier);
        if (account.Current is { } current && current.Id != bought.Id && happening.Created < current.ChosenAt)
        {
            return new AccountChange(account with { FormerIds = [.. account.FormerIds, bought.Id] })
            {
                Notices = [signup],
                Formers = formers.ToEnd(bought.Id),
            };
        }

        return new AccountChange(Subscribed(account, happening, bought, tier))
        {
            Notices = [signup],
            Formers = account.Current is { IsLive: true } former && former.Id != bought.Id ? formers.ToEnd(former.Id) : [],
        };
    }

    // Canceled is final, and what has been replaced never comes back.
    private static bool IsOver(AccountState account, StripeSubscription bought) =>
        bought.Status == SubscriptionStatus.Canceled
        || account.FormerIds.Contains(bought.Id)
        || (account.Current is { IsLive: false } current && current.Id == bought.Id);

    private static AccountState Subscribed(AccountState account, CheckoutCompleted happening, StripeSubscription bought, Tier tier)
    {
        var state = new SubscriptionState(
            bought.Id,
            bought.CustomerId,
            tier,
            bought.Status ?? SubscriptionStatus.Active,
            bought.PeriodStart,
            bought.PeriodEnd,
            bought.CancelAtPeriodEnd,
            CountedFrom: bought.PeriodStart,
            ChosenAt: happening.Created,
            StateKnownAt: happening.Created,
            PaymentKnownAt: happening.Created);
        var former = account.Current is { } current && current.Id != bought.Id ? current.Id : null;
        return account with
        {
            Tier = tier,
            LastPaymentError = null,
            Current = state,
            FormerIds = former is null ? account.FormerIds : [.. account.FormerIds, former],
        };
    }
}
