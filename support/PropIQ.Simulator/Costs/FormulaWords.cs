namespace PropIQ.Simulator.Costs;

/// <summary>What the words of a formula mean, beyond numbers.</summary>
internal sealed record FormulaWords(Func<string, IReadOnlyList<string>, decimal?> ValueOf)
{
    /// <summary>Names alone, as in cost profiles.</summary>
    public static FormulaWords Names(Func<string, decimal?> valueOf) => new((name, _) => valueOf(name));

    /// <summary>Values for a formula whose form alone is asked for: each is another one, so that no difference is zero and divided by.</summary>
    public static Func<decimal> Anything()
    {
        var value = 1m;
        return () => value += 0.0137m;
    }

    /// <summary>True if names may have arguments in brackets: <c>p95(analyze)</c>.</summary>
    public bool Calls { get; init; }

    /// <summary>What may stand behind a number, and what it is multiplied by.</summary>
    public IReadOnlyDictionary<string, decimal> Units { get; init; } = new Dictionary<string, decimal>();
}

/// <summary>A comparison and both of its sides; the sign is as it was written.</summary>
internal sealed record Compared(decimal Left, string Sign, decimal Right, bool Holds);
