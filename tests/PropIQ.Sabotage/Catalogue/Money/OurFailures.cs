using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Webhook;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Money;

/// <summary>News that PropIQ failed at does not take effect when Stripe tells it again.</summary>
internal static class OurFailures
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("purchase_lost_while_stripe_is_away", "When Stripe cannot be asked about a paid checkout, it is forgotten: the customer has paid and stays on Free.")
        {
            Cases = ["payments_unavailable", "webhook_during_own_failure"],
            Clauses = ["5.6", "5.7"],
            Host = host => host.TwistFailures<IEventHandling>(nameof(IEventHandling.HandleAsync), (real, _) => async (StripeEvent it, CancellationToken stop) =>
            {
                try
                {
                    await real.HandleAsync(it, stop);
                }
                catch (Refusal refusal) when (refusal.Code == "payments_unavailable")
                {
                    // Logged, and forgotten.
                }
            }),
        },
        new("failed_event_is_spent", "News that PropIQ failed at is taken for done when Stripe tells it again.")
        {
            Cases = ["webhook_during_own_failure"],
            Clauses = ["5.6"],
            Host = host => host.TwistFailures<IEventHandling>(nameof(IEventHandling.HandleAsync), (real, provider) => async (StripeEvent it, CancellationToken stop) =>
            {
                try
                {
                    await real.HandleAsync(it, stop);
                }
                catch
                {
                    await provider.SpendAsync(it);
                    throw;
                }
            }),
        },
        new("timed_out_event_is_spent", "News that could not be stored in time is taken for done when Stripe tells it again.")
        {
            Cases = ["webhook_during_own_failure"],
            Clauses = ["5.6"],
            Host = host => host.TwistFailures<IEventHandling>(nameof(IEventHandling.HandleAsync), (real, provider) => async (StripeEvent it, CancellationToken stop) =>
            {
                try
                {
                    await real.HandleAsync(it, stop);
                }
                catch (Refusal refusal) when (refusal.Code == "database_timeout")
                {
                    await provider.SpendAsync(it);
                    throw;
                }
            }),
        },
    ];

    private static Task SpendAsync(this IServiceProvider provider, StripeEvent it) =>
        provider.ExecuteAsync("insert into stripe_events (id, type) values (@Id, @Type) on conflict (id) do nothing", new { it.Id, it.Type });
}
