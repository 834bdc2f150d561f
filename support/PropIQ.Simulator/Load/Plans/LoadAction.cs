namespace PropIQ.Simulator.Load.Plans;

/// <summary>What users under load do, one call each.</summary>
internal enum LoadAction
{
    /// <summary>Opens a session.</summary>
    Login,

    /// <summary>Trades the refresh token for new tokens, when PropIQ asks for it.</summary>
    Refresh,

    /// <summary>Looks at the account.</summary>
    Profile,

    /// <summary>Has a property analysed.</summary>
    Analyze,

    /// <summary>Calculates a deal; needs no session.</summary>
    Calculator,

    /// <summary>Looks at the history.</summary>
    History,

    /// <summary>Exports analyses.</summary>
    Export,

    /// <summary>Writes to support.</summary>
    Chat,

    /// <summary>Looks at the prices; needs no session.</summary>
    Pricing,

    /// <summary>Asks after PropIQ's health; needs no session.</summary>
    Health,

    /// <summary>Ends the session.</summary>
    Logout,
}

/// <summary>The actions' names, as profiles, thresholds and reports have them.</summary>
internal static class LoadActions
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetNames<LoadAction>().Select(name => name.ToLowerInvariant())];

    public static string NameOf(LoadAction action) => Names[(int)action];

    /// <summary>The action of that name; null when there is none.</summary>
    public static LoadAction? Find(string name) => Names.ToList().FindIndex(each => each.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) is >= 0 and var at ? (LoadAction)at : null;

    /// <summary>True for what only a session may do.</summary>
    public static bool NeedsSession(LoadAction action) => action is not (LoadAction.Login or LoadAction.Calculator or LoadAction.Pricing or LoadAction.Health);
}
