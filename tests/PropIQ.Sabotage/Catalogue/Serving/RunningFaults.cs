using Microsoft.AspNetCore.Http;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Health;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;
using System.Text.Json.Nodes;

namespace PropIQ.Sabotage.Catalogue.Serving;

/// <summary>PropIQ says wrong things of itself, of its prices, or of its database.</summary>
internal static class RunningFaults
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("always_well", "PropIQ says that it is well, whatever is gone.")
        {
            Cases = ["health_without_database", "health_degraded"],
            Clauses = ["3.15"],
            Host = host => host.Twist<IHealthCheck>(nameof(IHealthCheck.LooksWellAsync), _ => (CancellationToken stop) => Task.FromResult(true)),
        },
        new("false_alarm_at_night", "Without Stripe or the AI PropIQ says that it is not well at all.")
        {
            Cases = ["health_degraded"],
            Clauses = ["3.15"],
            Host = host => host.Twist<IHealthCheck>(nameof(IHealthCheck.Essential), _ => () => true),
        },
        new("two_failures_are_fatal", "When neither Stripe nor the AI is well, PropIQ says that it is not well at all.")
        {
            Cases = ["health_degraded"],
            Clauses = ["3.15"],
            Host = host => host.Intercept("/health", DoublyUnwellAsync).Intercept("/propiq/health", DoublyUnwellAsync),
        },
        new("database_is_not_essential", "Without its database PropIQ says that it is a little degraded.")
        {
            Cases = ["health_without_database"],
            Clauses = ["3.15"],
            Host = host => host.Twist<IHealthCheck>(nameof(IHealthCheck.Essential), _ => () => false),
        },
        new("lesser_trouble_hides_the_greater", "While Stripe or the AI is away, PropIQ says that it is degraded, even when its database is gone as well.")
        {
            Cases = ["health_without_database"],
            Clauses = ["3.15"],
            Host = host => host.OnRefusal("/health", DegradedAtMostAsync).OnRefusal("/propiq/health", DegradedAtMostAsync),
        },
        new("never_quite_well", "PropIQ says that something is wrong while nothing is.")
        {
            Cases = ["health_when_well"],
            Clauses = ["3.15"],
            Host = host => host.Twist<IHealthCheck>(
                nameof(IHealthCheck.LooksWellAsync), real => async (CancellationToken stop) => await real.LooksWellAsync(stop) && real.Name != "ai"),
        },
        new("pro_shown_at_the_price_of_starter", "The price list shows one price at Stripe for two plans.")
        {
            Cases = ["public_price_list"],
            Clauses = ["1.2"],
            Host = host => host.Twist<IPriceBook>(nameof(IPriceBook.PriceOf), real => (Tier tier) => real.PriceOf(tier == Tier.Pro ? Tier.Starter : tier)),
        },
        new("free_missing_in_the_price_list", "The price list does not show what costs nothing.")
        {
            Cases = ["public_price_list"],
            Clauses = ["1.2"],
            Host = host => host.Reroute("/pricing", endpoint =>
            {
                var real = endpoint.RequestDelegate!;
                endpoint.RequestDelegate = context => ChangedAnswer.OfAsync(context, real, answer => answer["plans"]!.AsArray().RemoveAt(0));
            }),
        },
        new("starter_shown_a_dollar_cheaper", "The price list shows Starter a dollar cheaper than it is.")
        {
            Cases = ["public_price_list"],
            Clauses = ["1.2"],
            Host = host => host.Intercept("/pricing", (context, real) => ChangedAnswer.OfAsync(context, real, answer => answer["plans"]![1]!["price"] = 68)),
        },
        new("database_trouble_is_an_internal_error", "When the database is slow or gone, the customer reads of an internal error.")
        {
            Cases = ["database_query_timeout", "database_unavailable"],
            Clauses = ["3.9"],
            Host = host => host.OnRefusal("/propiq/analyze", (_, refusal) =>
                throw (refusal.Code.StartsWith("database_", StringComparison.Ordinal) ? new Refusal(500, "internal_error", "Something went wrong on our side.") : refusal)),
        },
        new("gone_is_called_slow", "A database that is gone is said to have timed out.")
        {
            Cases = ["database_unavailable"],
            Clauses = ["3.9"],
            Host = host => host.OnRefusal(null, (_, refusal) => throw (refusal.Code == "database_unavailable" ? Slow() : refusal))
                .TwistFailures<IAuthenticator>(nameof(IAuthenticator.AuthenticateAsync), (real, _) => async (HttpContext context) =>
            {
                try
                {
                    return await real.AuthenticateAsync(context);
                }
                catch (Refusal refusal) when (refusal.Code == "database_unavailable")
                {
                    throw Slow();
                }
            }),
        },
    ];

    private static Task DoublyUnwellAsync(HttpContext context, RequestDelegate real) => ChangedAnswer.OfAsync(context, real, answer =>
    {
        if (answer["checks"] is JsonObject checks && checks.Count(check => (string?)check.Value == "unhealthy") > 1)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    });

    private static Task DegradedAtMostAsync(HttpContext context, Refusal refusal)
    {
        var said = refusal.Members;
        return said.GetValueOrDefault("checks") is IReadOnlyDictionary<string, string> checks && checks.Any(check => check is { Key: not "database", Value: "unhealthy" })
            ? context.Response.WriteAsJsonAsync(new HealthAnswer("degraded", (string)said["version"]!, (string)said["contract_version"]!, checks), Json.Options, context.RequestAborted)
            : throw refusal;
    }

    private static Refusal Slow() => new(504, "database_timeout", "The database did not answer in time.");
}
