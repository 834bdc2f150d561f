using System.Collections.Concurrent;
using PropIQ.Client;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Api;
using Xunit;

namespace PropIQ.Support.Tests.OpenApi;

/// <summary>A walk through every call of the contract, granted and refused, that keeps every exchange.</summary>
internal sealed partial class Tour(PropIqHost host)
{
    private readonly ConcurrentQueue<Exchange> exchanges = [];

    public IReadOnlyCollection<Exchange> Exchanges => exchanges;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every stop, side by side: each has visitors of its own.</summary>
    public Task WalkAsync() => Task.WhenAll(
        AccountsAsync(),
        SessionsAsync(),
        PublicAsync(),
        AnalysesAsync(),
        AnalysesRefusedAsync(),
        FaultsAsync(),
        ExportsAsync(),
        PaymentsAsync(),
        PlansAsync(),
        WebhooksAsync(),
        ChatAsync());

    private Visitor Stranger() => Visitor.Stranger(host, exchanges.Enqueue);

    private Task<Visitor> ArriveAsync(string tier = "free", int used = 0) => Visitor.ArriveAsync(host, tier, used, exchanges.Enqueue);
}
