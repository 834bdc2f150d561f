using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Health;

/// <summary>The two healths (clause 3.15): one for monitors, outside the rate limit, and one among the service's own calls.</summary>
public sealed class HealthEndpoints(IEnumerable<IHealthCheck> checks) : IEndpointModule
{
    private const string ContractVersion = "1";
    private static readonly string Version = typeof(HealthEndpoints).Assembly.GetName().Version!.ToString(3);

    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health", (Delegate)LookAsync).Anonymous().NoRateLimit().WithTags("Health").Refuses(503);
        routes.MapGet("/propiq/health", (Delegate)LookAsync).Anonymous().WithTags("Health").Refuses(429, 503);
    }

    private async Task<HealthAnswer> LookAsync(HttpContext context)
    {
        var found = await Task.WhenAll(checks.Select(async check => (Check: check, Well: await check.LooksWellAsync(context.RequestAborted))));
        var words = found.ToDictionary(look => look.Check.Name, look => look.Well ? "healthy" : "unhealthy");
        if (found.Any(look => look.Check.Essential && !look.Well))
        {
            throw new Refusal(503, "database_unavailable", "The database is not available.")
                .With("version", Version)
                .With("contract_version", ContractVersion)
                .With("checks", words);
        }

        return new HealthAnswer(found.All(look => look.Well) ? "healthy" : "degraded", Version, ContractVersion, words);
    }
}

/// <summary>How PropIQ is: <c>healthy</c> or <c>degraded</c>, and <c>healthy</c> or <c>unhealthy</c> by check.</summary>
public sealed record HealthAnswer(string Status, string Version, string ContractVersion, IReadOnlyDictionary<string, string> Checks);
