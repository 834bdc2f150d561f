using System.Reflection;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Actions;

/// <summary>The actions that there are, by name, looked up once.</summary>
internal static class ActionCatalogue
{
    private static readonly Dictionary<string, ConstructorInfo> Found = typeof(ActionCatalogue).Assembly.GetTypes()
        .Select(type => (type.GetCustomAttribute<ActionAttribute>()?.Name, Type: type))
        .Where(found => found.Name is not null)
        .ToDictionary(found => found.Name!, found => found.Type.GetConstructor([typeof(Section)])
            ?? throw new InvalidOperationException($"{found.Type.Name} needs a constructor that takes its section of the profile."));

    public static IReadOnlyList<string> Names { get; } = [.. Found.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The action of that name, its keys read; null when there is none.</summary>
    public static SimulatedAction? Create(string name, Section section) =>
        Found.TryGetValue(name, out var constructor) ? (SimulatedAction)constructor.Invoke([section]) : null;
}
