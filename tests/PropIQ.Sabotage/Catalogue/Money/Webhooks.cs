using Npgsql;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Webhook;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>News from Stripe takes effect too often, too late, or not at all.</summary>
internal static class Webhooks
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("webhook_handled_twice", "News that comes twice takes effect twice.")
        {
            Cases = ["stripe_webhook_duplicate_event", "webhook_duplicates_at_once"],
            Clauses = ["5.6"],
            Host = host => host
                .Twist<IEventLedger>(nameof(IEventLedger.IsKnownAsync), _ => (NpgsqlConnection connection, string id, CancellationToken stop) => Task.FromResult(false))
                .Twist<IEventLedger>(nameof(IEventLedger.TryEnterAsync), _ => (NpgsqlTransaction transaction, StripeEvent it, CancellationToken stop) => Task.FromResult(true)),
        },
        new("second_update_is_a_repetition", "The second change of one subscription at Stripe is taken for the first one told again.")
        {
            Cases = ["subscription_to_end"],
            Clauses = ["5.6", "5.8"],
            Host = host => host.Twist<IHappeningRule<SubscriptionUpdated>>(nameof(IHappeningRule<SubscriptionUpdated>.Decide), real =>
            {
                var told = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
                return (AccountState account, SubscriptionUpdated it) => told.TryAdd(it.Subscription.Id, true) ? real.Decide(account, it) : AccountChange.Nothing(account);
            }),
        },
        new("events_forgotten_in_a_crash", "News that comes again after a crash takes effect again.")
        {
            Cases = ["stripe_webhook_duplicate_event"],
            Clauses = ["5.6"],
            Host = host =>
            {
                var known = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
                host.Twist<IEventLedger>(nameof(IEventLedger.IsKnownAsync), _ => (NpgsqlConnection connection, string id, CancellationToken stop) => Task.FromResult(known.ContainsKey(id)))
                    .Twist<IEventLedger>(nameof(IEventLedger.TryEnterAsync), real => async (NpgsqlTransaction transaction, StripeEvent it, CancellationToken stop) =>
                    {
                        await real.TryEnterAsync(transaction, it, stop);
                        return known.TryAdd(it.Id, true);
                    });
            },
        },
        new("event_checked_but_not_held", "News that arrives twice at the same instant takes effect twice.")
        {
            Cases = ["webhook_duplicates_at_once"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IEventLedger>(
                nameof(IEventLedger.TryEnterAsync),
                real => async (NpgsqlTransaction transaction, StripeEvent it, CancellationToken stop) =>
                {
                    await real.TryEnterAsync(transaction, it, stop);
                    return true;
                }),
        },
        new("event_marked_before_its_effect", "News whose effect fails is taken for done when Stripe tells it again.")
        {
            Cases = ["webhook_during_own_failure"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IEventHandling>(nameof(IEventHandling.HandleAsync), real =>
            {
                var seen = new HashSet<string>();
                return async (StripeEvent it, CancellationToken stop) =>
                {
                    if (seen.Add(it.Id))
                    {
                        await real.HandleAsync(it, stop);
                    }
                };
            }),
        },
        new("failure_answered_as_taken", "News that could not be stored is said to have been taken.")
        {
            Cases = ["webhook_during_own_failure"],
            Clauses = ["5.6"],
            Host = host => host.TwistFailures<IEventHandling>(nameof(IEventHandling.HandleAsync), (real, _) => async (StripeEvent it, CancellationToken stop) =>
            {
                try
                {
                    await real.HandleAsync(it, stop);
                }
                catch (Refusal)
                {
                    // Said to have been taken.
                }
            }),
        },
        new("older_event_wins", "News that comes late undoes what is known by then.")
        {
            Cases = ["webhook_older_than_known"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IEventOrder>(nameof(IEventOrder.IsOldNews), _ => (StripeHappening it, SubscriptionState known) => false),
        },
        new("late_failure_undoes_the_recovery", "News of a failed payment that comes after the news that it was paid after all counts.")
        {
            Cases = ["webhook_older_than_known", "webhook_out_of_order"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IEventOrder>(
                nameof(IEventOrder.IsOldNews), real => (StripeHappening it, SubscriptionState known) => it is not InvoiceFailed && real.IsOldNews(it, known)),
        },
        new("same_second_is_old_news", "News of the same second as the last is passed over.")
        {
            Cases = ["webhook_older_than_known"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IEventOrder>(
                nameof(IEventOrder.IsOldNews), _ => (StripeHappening it, SubscriptionState known) => it.Created <= known.KnownAt),
        },
        new("checkout_after_its_invoice_is_old_news", "A checkout that is told after other news of its payment gives no plan.")
        {
            Cases = ["webhook_out_of_order"],
            Clauses = ["5.6", "5.7"],
            Host = host => host.Twist<IEventHandling>(nameof(IEventHandling.HandleAsync), real =>
            {
                var paid = new System.Collections.Concurrent.ConcurrentDictionary<string, bool>();
                return async (StripeEvent it, CancellationToken stop) =>
                {
                    var customer = it.Object.TryGetProperty("customer", out var id) ? id.ToString() : "";
                    if (it.Type == "checkout.session.completed" && paid.ContainsKey(customer))
                    {
                        return;
                    }

                    paid[customer] = true;
                    await real.HandleAsync(it, stop);
                };
            }),
        },
        new("unknown_event_refused", "News of a kind that PropIQ does not know is answered with a failure, for ever.")
        {
            Cases = ["webhook_of_no_use"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IHappeningReader>(
                nameof(IHappeningReader.Read),
                real => (StripeEvent it) => real.Read(it) ?? throw new InvalidOperationException("unknown")),
        },
        new("news_of_strangers_refused", "News of a customer whom nobody knows is answered with a failure, for ever.")
        {
            Cases = ["webhook_of_no_use"],
            Clauses = ["5.6"],
            Host = host => host.Twist<IEventOwners>(
                nameof(IEventOwners.FindAsync),
                real => async Task<Guid?> (NpgsqlConnection connection, OwnerClues clues, CancellationToken stop) =>
                    await real.FindAsync(connection, clues, stop) ?? throw new InvalidOperationException("nobody")),
        },
        new("webhook_rate_limited", "Stripe is turned away when it tells more than twenty things in a second.")
        {
            Cases = ["webhook_not_rate_limited"],
            Clauses = ["5.5", "7.1"],
            Host = host => host.Reroute("/stripe/webhook", endpoint => endpoint.Without<NoRateLimitTerm>()),
        },
    ];
}
