using System.Reflection;
using PropIQ.Simulator.EdgeCases;

namespace PropIQ.Simulator.Chaos;

/// <summary>The scenarios that there are, looked up once.</summary>
internal static class ChaosCatalogue
{
    private static readonly Dictionary<string, ChaosScenario> Found = typeof(ChaosCatalogue).Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<ChaosAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<ChaosAttribute>()!.Name, type => (ChaosScenario)Activator.CreateInstance(type)!);

    public static IReadOnlyList<string> Names { get; } = [.. Found.Keys.Order(StringComparer.Ordinal)];

    /// <summary>By its own name, or by any name of the same edge case.</summary>
    public static ChaosScenario? Find(string name) =>
        Found.GetValueOrDefault(name)
        ?? (EdgeCaseCatalogue.Instance.IdOf(name) is { } id
            ? Found.FirstOrDefault(scenario => EdgeCaseCatalogue.Instance.IdOf(scenario.Key) == id).Value
            : null);

    public static string NameOf(ChaosScenario scenario) => scenario.GetType().GetCustomAttribute<ChaosAttribute>()!.Name;
}
