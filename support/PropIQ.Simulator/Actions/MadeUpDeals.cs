using PropIQ.Client.Contract;

namespace PropIQ.Simulator.Actions;

/// <summary>Deals for whoever names none.</summary>
internal static class MadeUpDeals
{
    public static Deal Next(Random random) => new(150_000 + (random.Next(80) * 5_000), 20, 6.5m, 1_500 + (random.Next(20) * 100));
}
