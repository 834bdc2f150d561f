using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Webhook;
using PropIQ.Sabotage.Twisting;
using System.Collections.Concurrent;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>Payments after the first do the wrong thing.</summary>
internal static class RenewalFaults
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("first_invoice_resets_the_count", "The first payment, and one for a change, hand the month's analyses out anew.")
        {
            Cases = ["invoice_that_is_no_renewal"],
            Clauses = ["5.8"],
            Host = Beginning((_, _, _) => true),
        },
        new("every_payment_is_a_renewal", "Slack is told of a recurring payment at every invoice.")
        {
            Cases = ["invoice_that_is_no_renewal"],
            Clauses = ["5.8"],
            Host = host => host.Twist<IRenewals>(nameof(IRenewals.IsRenewal), _ => (StripeInvoice invoice) => true),
        },
        new("repeated_renewal_hands_back", "The same month, paid for in other news, hands its analyses out again.")
        {
            Cases = ["repeated_renewal"],
            Clauses = ["3.10", "5.8"],
            Host = host => host
                .Twist<IRenewals>(nameof(IRenewals.BeginsPeriod), real => (StripeInvoice invoice, SubscriptionState current) => real.IsRenewal(invoice))
                .Twist<ReferenceApi.Domain.Usage.IUsagePeriods>(
                    nameof(ReferenceApi.Domain.Usage.IUsagePeriods.Start),
                    _ => (ReferenceApi.Domain.Usage.UsageState state, DateTimeOffset start) => state with { Count = 0, PeriodStart = start }),
        },
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
        new("renewal_starts_nothing", "A paid renewal leaves the count as it is.")
        {
            Cases = ["renewal_starts_period", "webhook_genuine", "failed_renewal_recovers"],
            Clauses = ["3.10", "5.8"],
            Host = Beginning((_, _, _) => false),
        },
        new("failed_payment_downgrades", "A failed renewal puts the customer on Free at once.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Failing((real, account, it) => real.Decide(account, it) is var change ? change with { After = change.After with { Tier = Tier.Free } } : null!),
        },
        new("failed_payment_resets", "A failed renewal hands the month's analyses out anew.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Failing((real, account, it) => real.Decide(account, it) with { BeginsPeriod = it.Invoice.PeriodStart ?? it.Created }),
        },
        new("failed_payment_goes_unnoticed", "A failed renewal leaves the subscription active, with nothing said.")
        {
            Cases = ["failed_renewal_past_due"],
            Clauses = ["5.8"],
            Host = Failing((real, account, it) => account.Current is null ? real.Decide(account, it) : AccountChange.Nothing(account)),
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
            Host = Failing((real, account, it) => account.Current is null
                ? real.Decide(account, it) is var change ? change with { After = change.After with { Tier = Tier.Starter } } : null!
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
            Host = Updating((real, account, it) => real.Decide(account, it) is var change && it.Subscription.Status == SubscriptionStatus.PastDue && account.Current?.Id == it.SubscriptionId
                ? change with { After = change.After with { Tier = Tier.Free } }
                : change),
        },
        new("second_renewal_starts_nothing", "The first renewal starts a month, the second one does not.")
        {
            Cases = ["renewal_starts_period"],
            Clauses = ["3.10", "5.8"],
            Host = host => host.Twist<IRenewals>(nameof(IRenewals.BeginsPeriod), real =>
            {
                var renewed = new ConcurrentDictionary<string, DateTimeOffset?>();
                return (StripeInvoice invoice, SubscriptionState current) =>
                    real.BeginsPeriod(invoice, current) && renewed.GetOrAdd(current.Id, invoice.PeriodStart) == invoice.PeriodStart;
            }),
        },
        new("period_of_the_invoice", "A renewal's month is taken from the invoice, which names the month that is over, and not from its line.")
        {
            Cases = ["renewal_starts_period", "failed_renewal_recovers"],
            Clauses = ["5.8"],
            Host = host => host.Twist<IHappeningReader>(nameof(IHappeningReader.Read), real => (StripeEvent it) =>
                real.Read(it) is InvoicePaid paid && it.Object.TryGetProperty("period_start", out var start)
                    ? paid with { Invoice = paid.Invoice with { PeriodStart = DateTimeOffset.FromUnixTimeSeconds(start.GetInt64()) } }
                    : real.Read(it)),
        },
    ];

    private static Action<IServiceCollection> Beginning(Func<IRenewals, StripeInvoice, SubscriptionState, bool> instead) => host => host
        .Twist<IRenewals>(nameof(IRenewals.BeginsPeriod), real => (StripeInvoice invoice, SubscriptionState current) => instead(real, invoice, current))
        .Twist<ReferenceApi.Domain.Usage.IUsagePeriods>(
            nameof(ReferenceApi.Domain.Usage.IUsagePeriods.Start),
            _ => (ReferenceApi.Domain.Usage.UsageState state, DateTimeOffset start) => start >= state.PeriodStart ? state with { Count = 0, PeriodStart = start } : state);

    private static Action<IServiceCollection> Failing(Func<IHappeningRule<InvoiceFailed>, AccountState, InvoiceFailed, AccountChange> instead) =>
        host => host.Twist<IHappeningRule<InvoiceFailed>>(
            nameof(IHappeningRule<InvoiceFailed>.Decide), real => (AccountState account, InvoiceFailed it) => instead(real, account, it));

    private static Action<IServiceCollection> Updating(Func<IHappeningRule<SubscriptionUpdated>, AccountState, SubscriptionUpdated, AccountChange> instead) =>
        host => host.Twist<IHappeningRule<SubscriptionUpdated>>(
            nameof(IHappeningRule<SubscriptionUpdated>.Decide), real => (AccountState account, SubscriptionUpdated it) => instead(real, account, it));
}
