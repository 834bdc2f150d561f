using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Rules;

/// <summary>What happenings at Stripe do to accounts (clauses 5.6 to 5.8).</summary>
public interface ISubscriptionRules
{
    /// <summary>What the happening does to the account. Decides only; nothing is carried out.</summary>
    AccountChange Decide(AccountState account, StripeHappening happening);
}

/// <summary>What one kind of happening does to accounts.</summary>
public interface IHappeningRule<in THappening>
    where THappening : StripeHappening
{
    /// <summary>What the happening does to the account.</summary>
    AccountChange Decide(AccountState account, THappening happening);
}

/// <summary>Hands each happening to the rule for its kind.</summary>
public sealed class SubscriptionRules(
    IHappeningRule<CheckoutCompleted> checkoutCompleted,
    IHappeningRule<InvoicePaid> invoicePaid,
    IHappeningRule<InvoiceFailed> invoiceFailed,
    IHappeningRule<SubscriptionUpdated> updated,
    IHappeningRule<SubscriptionDeleted> deleted) : ISubscriptionRules
{
    /// <inheritdoc />
    public AccountChange Decide(AccountState account, StripeHappening happening) => happening switch
    {
        CheckoutCompleted it => checkoutCompleted.Decide(account, it),
        InvoicePaid it => invoicePaid.Decide(account, it),
        InvoiceFailed it => invoiceFailed.Decide(account, it),
        SubscriptionUpdated it => updated.Decide(account, it),
        SubscriptionDeleted it => deleted.Decide(account, it),
        _ => AccountChange.Nothing(account),
    };
}
