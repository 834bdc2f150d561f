using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Subscriptions.Formers;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Reach;

/// <summary>What PropIQ does by itself, and so do Stripe and the others because of it: it is done for whoever has left work behind.</summary>
internal static class BackgroundWork
{
    private static readonly Dictionary<Type, Seam> Leaving = new()
    {
        [typeof(FormerSubscriptionsEnd)] = Seam.In(typeof(IFormerSubscriptions), null),
        [typeof(OutboxDispatcher)] = Seam.In(typeof(IOutbox), null),
    };

    /// <summary>Where scenarios leave work for each worker, by the name under which he visits.</summary>
    public static IReadOnlyDictionary<string, Seam> Causes { get; } = Leaving.ToDictionary(pair => pair.Key.Name, pair => pair.Value);

    /// <summary>Has the workers visit under their names.</summary>
    public static void Label(IServiceCollection services) =>
        services.Wrap<IHostedService>((real, _) => Leaving.ContainsKey(real.GetType()) ? new Worker(real) : real);

    private sealed class Worker(IHostedService real) : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            // It ends with this method for whoever calls, and goes on in what is begun here.
            CurrentScenario.Serve(real.GetType().Name);
            await real.StartAsync(cancellationToken);
        }

        public Task StopAsync(CancellationToken cancellationToken) => real.StopAsync(cancellationToken);
    }
}
