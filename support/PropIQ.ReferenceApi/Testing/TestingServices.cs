using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Registers users' clocks always, and the testing interface where a secret opens it (section 10).</summary>
public static class TestingServices
{
    /// <summary>Adds what <paramref name="options"/> ask for.</summary>
    public static IServiceCollection AddTesting(this IServiceCollection services, ReferenceApiOptions options)
    {
        services.TryAddSingleton<UserClocks>();
        services.TryAddSingleton<IUserClocks>(provider => provider.GetRequiredService<UserClocks>());
        if (options.TestingSecret is null)
        {
            return services;
        }

        services.TryAddSingleton<ClockKeeper>();
        services.AddSingleton<IStartStep>(provider => provider.GetRequiredService<ClockKeeper>());
        services.TryAddSingleton<StallKeeper>();
        services.TryAddSingleton<OutboxDrain>();
        services.TryAddSingleton<UserRemoval>();
        services.TryAddSingleton<SeedInput>();
        services.TryAddSingleton<UserSeeding>();
        services.AddSingleton<IEndpointModule, TestingEndpoints>();
        return services;
    }
}
