using PropIQ.Targets;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>The one house of this run, as the environment chooses it.</summary>
internal static class TheHouse
{
    // What is wrong with the choice is thrown again for everyone who asks.
    private static readonly Lazy<Target?> Chosen = new(() => TargetChoice.From(Environment.GetEnvironmentVariable, AppContext.BaseDirectory));
    private static readonly Lazy<IReadOnlySet<string>> NotUsed = new(() => TargetChoice.Without(Environment.GetEnvironmentVariable));
    private static readonly Lazy<IHouse> Opened = new(() => Chosen.Value is { } target ? new TargetHouse(target, NotUsed.Value) : new BundledHouse(NotUsed.Value));

    /// <summary>The target; null for the bundled reference API.</summary>
    /// <exception cref="TargetException">It cannot be used.</exception>
    public static Target? Target => Chosen.Value;

    /// <summary>The house.</summary>
    /// <exception cref="TargetException">The target cannot be used.</exception>
    public static IHouse Instance => Opened.Value;

    /// <summary>True when capabilities may be missing here: the bundled PropIQ has all of them, unless some are not to be used.</summary>
    public static bool MayLack => Chosen.Value is not null || NotUsed.Value.Count > 0;

    /// <summary>Has the house begin to open. What keeps it from that is told to the scenarios.</summary>
    public static void Begin()
    {
        try
        {
            Opened.Value.Begin();
        }
        catch (TargetException)
        {
            // The first scenario tells it.
        }
    }

    /// <summary>Closes the house, if it was opened.</summary>
    public static async Task CloseAsync()
    {
        if (Opened.IsValueCreated)
        {
            await Opened.Value.DisposeAsync();
        }
    }
}
