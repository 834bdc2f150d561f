using PropIQ.Client;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Load.Users;

/// <summary>
/// All users' connections: one pool for each local address that they come from, many users to an address. Several addresses only
/// where the target is on this machine: anonymous calls are limited by address there (clause 7.1), as if users sat in many places.
/// </summary>
internal sealed class Pools : IDisposable
{
    private readonly ConnectionPool[] pools;

    public Pools(SimulationTarget target, LoadPlan plan)
    {
        var addresses = new SourceAddresses(target);
        var number = target.IsHere ? Math.Clamp(plan.SourceAddresses, 1, Math.Max(1, plan.Users)) : 1;
        pools = [.. Enumerable.Range(0, number).Select(_ => new ConnectionPool(target.Url, number == 1 ? null : addresses.Next(), target.CallTimeout))];
        Clients = [.. pools.Select(pool => new PropIqClient(target.Reach() with { Pool = pool, Pace = null }))];
        Calls = [.. Clients.Select(client => new LoadCalls(client))];
    }

    /// <summary>A client an address; a user's is the one at his number, counted round.</summary>
    public IReadOnlyList<PropIqClient> Clients { get; }

    public IReadOnlyList<LoadCalls> Calls { get; }

    /// <summary>From how many places PropIQ sees users come.</summary>
    public int Addresses => Math.Max(1, pools.Select(pool => pool.BoundTo).OfType<System.Net.IPAddress>().Distinct().Count());

    /// <summary>Connections that are open, and that ever were.</summary>
    public (int Open, int Opened) Connections() => (pools.Sum(pool => pool.Open), pools.Sum(pool => pool.Opened));

    /// <summary>The testing interface over the first pool; null where the target has none.</summary>
    public TestingClient? Testing(SimulationTarget target) => target.TestingSecret is { } secret
        ? new(target.Reach() with { Pool = pools[0], Pace = null, TestingSecret = secret })
        : null;

    public void Dispose()
    {
        foreach (var client in Clients)
        {
            client.Dispose();
        }

        foreach (var pool in pools)
        {
            pool.Dispose();
        }
    }
}
