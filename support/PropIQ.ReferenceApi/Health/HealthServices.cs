using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Health;

/// <summary>Registers the healths.</summary>
public static class HealthServices
{
    /// <summary>Adds the checks and their calls.</summary>
    public static IServiceCollection AddHealth(this IServiceCollection services, ReferenceApiOptions options)
    {
        services.AddSingleton<IHealthCheck>(provider => new DatabaseCheck(provider.GetRequiredService<Database>()));
        services.AddSingleton<IHealthCheck>(provider => new CollaboratorCheck("stripe", options.StripeApiBase, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IHealthCheck>(provider => new CollaboratorCheck("ai", options.OpenAiEndpoint, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IEndpointModule, HealthEndpoints>();
        return services;
    }
}
