using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Registers users' clocks always, and the testing interface where a secret opens it (section 10).</summary>
public static class TestingServices
{
    /// <summary>Adds what <paramref name="options"/> ask for.</summary>
    public static IServiceCollection AddTesting(this IServiceCollection services, ReferenceApiOptions options)
    {
        services.TryAddSingleton<UserClocks>();
        services.TryAddSingleton<IUserClocks>(provider => provider.GetRequiredService<UserClocks>());
        return services;
    }
}
