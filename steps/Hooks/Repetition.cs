using PropIQ.Drivers.Stage;

namespace PropIQ.Steps.Hooks;

/// <summary>How a scenario is run again with the same made-up data.</summary>
internal static class Repetition
{
    /// <summary>The command that repeats one scenario.</summary>
    public static string Of(string title) =>
        $"To repeat it: PROPIQ_SEED={Dice.RunSeed} dotnet test --project tests/PropIQ.Acceptance.Tests --filter-method \"*{Pattern(title)}*\"";

    // The runner filters by method name, which is the title in Pascal case: its longest plain word run finds it.
    private static string Pattern(string title) =>
        string.Concat(title.Split([' ', ',', '.', '"', '\'', '-', '/', ':', '(', ')', '$', '%'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
