namespace PropIQ.Steps.Hooks;

/// <summary>What a skipped scenario says; the reports find the capabilities in it.</summary>
internal static class MissingCapabilities
{
    /// <summary>The sentence.</summary>
    public static string Sentence(IEnumerable<string> missing) =>
        $"Cannot be checked here: this PropIQ lacks {string.Join(" and ", missing.Select(name => $"the capability \"{name}\""))}.";
}
