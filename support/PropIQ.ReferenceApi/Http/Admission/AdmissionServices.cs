using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Http.Admission;

/// <summary>Registers the steps before a handler, and what they ask.</summary>
public static class AdmissionServices
{
    /// <summary>Adds the steps in the order of clause 2.11: malformed JSON, then who is asking, then the rate, then the size.</summary>
    public static IServiceCollection AddAdmission(this IServiceCollection services, ReferenceApiOptions options)
    {
        services.AddSingleton<IAdmissionStep, BodyStep>();
        services.AddSingleton<IAdmissionStep, CallerStep>();
        services.AddSingleton<IAdmissionStep, RateStep>();
        services.AddSingleton<IAdmissionStep, SizeStep>();
        services.TryAddSingleton<IClientAddress, ClientAddress>();
        services.TryAddSingleton<IRequestLimits, RequestLimits>();
        services.TryAddSingleton<IRateLimiter>(provider => new RateLimiter(options.RateLimitPerSecond, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
