using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Collaborators;

/// <summary>Slack names somebody else than the customer.</summary>
internal static class Addressees
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("slack_names_who_gets_the_bill", "The team hears of payments by the e-mail that the bill goes to, which need not be the account's.")
        {
            Cases = ["slack_recurring_payment", "slack_payment_failed"],
            Clauses = ["8.3"],
            Host = host => host.Twist<ISubscriptionRules>(nameof(ISubscriptionRules.Decide), real => (AccountState account, StripeHappening it) =>
            {
                var change = real.Decide(account, it);
                return BilledTo(it) is { } billed ? change with { Notices = [.. change.Notices.Select(notice => notice with { Email = billed })] } : change;
            }),
        },
    ];

    private static string? BilledTo(StripeHappening it) => it switch
    {
        InvoicePaid paid => paid.Invoice.CustomerEmail,
        InvoiceFailed failed => failed.Invoice.CustomerEmail,
        _ => null,
    };
}
