using Microsoft.Extensions.DependencyInjection.Extensions;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Registers the outbox.</summary>
public static class OutboxServices
{
    /// <summary>Adds what the outbox consists of.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.TryAddSingleton<OutboxSignal>();
        services.AddSingleton<ICommitListener>(provider => provider.GetRequiredService<OutboxSignal>());
        services.TryAddSingleton<OutboxRoutes>();
        services.TryAddSingleton<IOutbox, PostgresOutbox>();
        services.TryAddSingleton<OutboxQueue>();
        services.TryAddSingleton<IRetryPolicy>(provider => new RetryPolicy(provider.GetRequiredService<ReferenceApiOptions>().OutboxRetry));
        services.TryAddSingleton<IOutboxSender, OutboxSender>();
        services.AddSingleton<IStartStep, OutboxRecovery>();
        services.TryAddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services;
    }
}
