using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Subscriptions.Storage;
using PropIQ.ReferenceApi.Subscriptions.Webhook;
using PropIQ.Sabotage.Twisting;

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
        new("renewal_starts_nothing", "A paid renewal leaves the count as it is.")
        {
            Cases = ["renewal_starts_period", "webhook_genuine", "failed_renewal_recovers"],
            Clauses = ["3.10", "5.8"],
            Host = Beginning((_, _, _) => false),
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
        new("renewal_after_its_update_starts_nothing", "A renewal starts no month when Stripe has told of the month by an update first.")
        {
            Cases = ["renewal_starts_period"],
            Clauses = ["3.10", "5.8"],
            Host = host => host.Twist<IRenewals>(
                nameof(IRenewals.BeginsPeriod),
                real => (StripeInvoice invoice, SubscriptionState current) => real.BeginsPeriod(invoice, current) && invoice.PeriodStart > current.PeriodStart),
        },
        new("no_further_month_after_a_purchase", "Whoever has replaced one plan by another gets no new analyses when the new one is renewed.")
        {
            Cases = ["renewal_starts_period", "former_subscription_ends"],
            Clauses = ["3.10", "5.8"],
            Host = Rules.On<InvoicePaid>((real, account, it) => real.Decide(account, it) is var change && account.FormerIds.Count > 0 && change.BeginsPeriod <= account.Current?.PeriodEnd
                ? change with { BeginsPeriod = null }
                : change),
        },
        new("renewal_brings_the_former_plan_back", "The renewal after a move puts the customer back on the plan before it.")
        {
            Cases = ["renewal_starts_period"],
            Clauses = ["5.3", "5.8"],
            Host = host =>
            {
                var former = new ConcurrentDictionary<string, Tier>();
                host.Twist<ISubscribers>(nameof(ISubscribers.ApplyAsync), real => (NpgsqlTransaction transaction, Subscriber before, AccountChange change, CancellationToken stop) =>
                {
                    if (before.State.Current is not { } held || change.After.Current is not { } kept || held.Id != kept.Id)
                    {
                        return real.ApplyAsync(transaction, before, change, stop);
                    }

                    if (held.Tier != kept.Tier)
                    {
                        former.TryAdd(held.Id, held.Tier);
                    }

                    return real.ApplyAsync(
                        transaction,
                        before,
                        change.BeginsPeriod is not null && former.TryGetValue(held.Id, out var tier) ? change with { After = change.After with { Tier = tier, Current = kept with { Tier = tier } } } : change,
                        stop);
                });
            },
        },
        new("resets_on_the_short_months_day", "What was bought on the 31st is said to start anew on the 28th for ever, once it went through a February.")
        {
            Cases = ["renewal_starts_period"],
            Clauses = ["2.4", "3.10"],
            Host = host => host.Twist<ReferenceApi.Domain.Usage.IUsagePeriods>(
                nameof(ReferenceApi.Domain.Usage.IUsagePeriods.ResetsAt),
                real => (ReferenceApi.Domain.Usage.UsageState state) => state.Tier != Tier.Free && state.PeriodStart.UtcDateTime.AddDays(1).Day == 1 ? state.PeriodStart.AddMonths(1) : real.ResetsAt(state)),
        },
    ];

    private static Action<IServiceCollection> Beginning(Func<IRenewals, StripeInvoice, SubscriptionState, bool> instead) => host => host
        .Twist<IRenewals>(nameof(IRenewals.BeginsPeriod), real => (StripeInvoice invoice, SubscriptionState current) => instead(real, invoice, current))
        .Twist<ReferenceApi.Domain.Usage.IUsagePeriods>(
            nameof(ReferenceApi.Domain.Usage.IUsagePeriods.Start),
            _ => (ReferenceApi.Domain.Usage.UsageState state, DateTimeOffset start) => start >= state.PeriodStart ? state with { Count = 0, PeriodStart = start } : state);
}
