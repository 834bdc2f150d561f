using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>A payment that fails does too much or too little, or is not over when it is put right.</summary>
internal static class FailedRenewals
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("past_due_is_shut_out", "Whose renewal failed can analyse nothing until it is paid.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = host => host.Intercept("/propiq/analyze", async (context, real) =>
            {
                var caller = context.Features.Get<Caller>()!;
                if (await context.RequestServices.IsThereAsync("select exists (select from subscriptions where user_id = @UserId and status = 'past_due')", new { caller.UserId }))
                {
                    throw new Refusal(402, "payment_required");
                }

                await real(context);
            }),
        },
        new("failed_payment_downgrades", "A failed renewal puts the customer on Free at once.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => real.Decide(account, it).EndingOn(Tier.Free)),
        },
        new("failed_payment_resets", "A failed renewal hands the month's analyses out anew.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => real.Decide(account, it) with { BeginsPeriod = it.Invoice.PeriodStart ?? it.Created }),
        },
        new("failed_payment_goes_unnoticed", "A failed renewal leaves the subscription active, with nothing said.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => account.Current is null ? real.Decide(account, it) : AccountChange.Nothing(account)),
        },
        new("payment_error_without_a_reason", "A customer whose card was declined is not told why.")
        {
            Cases = ["card_declined_with_reason", "stripe_payment_failure_insufficient_funds", "failed_renewal_past_due"],
            Clauses = ["2.4", "5.8"],
            Host = host => host.Twist<IFailureReason>(nameof(IFailureReason.Of), _ => (StripeInvoice invoice) => "The payment failed"),
        },
        new("first_declined_card_is_past_due", "A newcomer whose first card is declined gets the plan all the same.")
        {
            Cases = ["stripe_payment_failure_insufficient_funds"],
            Clauses = ["5.8"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => account.Current is null
                ? real.Decide(account, it).EndingOn(Tier.Starter)
                : real.Decide(account, it)),
        },
        new("recovered_payment_still_past_due", "A renewal that was paid after all leaves the subscription past due.")
        {
            Cases = ["failed_renewal_recovers"],
            Clauses = ["5.8"],
            Host = host => host.Twist<ISubscriptionRules>(
                nameof(ISubscriptionRules.Decide),
                real => (AccountState account, StripeHappening it) => real.Decide(account, it) is { After.Current: { IsLive: true } current } change && account.Current?.Status == SubscriptionStatus.PastDue
                    ? change with { After = change.After with { Current = current with { Status = SubscriptionStatus.PastDue } } }
                    : real.Decide(account, it)),
        },
        new("recovered_payment_keeps_the_error", "A renewal that was paid after all leaves the failed card in the profile.")
        {
            Cases = ["failed_renewal_recovers"],
            Clauses = ["5.8"],
            Host = host => host.Twist<ISubscriptionRules>(
                nameof(ISubscriptionRules.Decide),
                real => (AccountState account, StripeHappening it) => real.Decide(account, it) is var change && it is not CheckoutCompleted && change.After.LastPaymentError is null
                    ? change with { After = change.After with { LastPaymentError = account.LastPaymentError } }
                    : change),
        },
        new("past_due_update_downgrades", "When Stripe says that a subscription is past due the customer is put on Free.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Rules.On<SubscriptionUpdated>((real, account, it) => real.Decide(account, it) is var change && it.Subscription.Status == SubscriptionStatus.PastDue && account.Current?.Id == it.SubscriptionId
                ? change.EndingOn(Tier.Free)
                : change),
        },
        new("second_failure_changes_nothing", "When the renewal fails again, for another reason, neither the customer nor the team hears of it.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8", "8.3"],
            Host = Rules.On<InvoiceFailed>((real, account, it) => account.Current is { Status: SubscriptionStatus.PastDue } current && current.Id == it.SubscriptionId
                ? AccountChange.Nothing(account)
                : real.Decide(account, it)),
        },
        new("recovered_renewal_starts_nothing", "A renewal that was paid after a failure ends the trouble, but starts no month.")
        {
            Cases = ["failed_renewal_recovers"],
            Clauses = ["3.10", "5.8"],
            Host = Rules.On<InvoicePaid>((real, account, it) => account.Current is { Status: SubscriptionStatus.PastDue }
                ? real.Decide(account, it) with { BeginsPeriod = null }
                : real.Decide(account, it)),
        },
        new("past_due_needs_a_checkout", "Whose renewal failed cannot change the plan any more.")
        {
            Cases = ["upgrade_without_checkout"],
            Clauses = ["5.3"],
            Host = host => host.Intercept("/stripe/change-plan", async (context, real) =>
            {
                if (Plan.Named(context.Features.Get<JsonBody>()?.Text("tier").Value) is not null && await context.RequestServices.IsThereAsync(
                    "select exists (select from users u join subscriptions s on s.id = u.current_subscription_id where u.id = @UserId and s.status = 'past_due')",
                    new { context.Features.Get<Caller>()!.UserId }))
                {
                    throw new Refusal(409, "checkout_required", "A subscription begins with a checkout.");
                }

                await real(context);
            }),
        },
        new("purchase_leaves_past_due", "Whoever buys another plan after a failed renewal is still shown as past due.")
        {
            Cases = ["failed_renewal_recovers"],
            Clauses = ["5.2", "5.7"],
            Host = Rules.On<CheckoutCompleted>((real, account, it) =>
            {
                var change = real.Decide(account, it);
                return account.Current is { Status: SubscriptionStatus.PastDue } former && change.After.Current is { } bought && bought.Id != former.Id
                    ? change with { After = change.After with { Current = bought with { Status = SubscriptionStatus.PastDue } } }
                    : change;
            }),
        },
    ];
}
