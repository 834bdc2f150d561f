namespace PropIQ.ReferenceApi.Domain.Plans;

/// <summary>What a tier costs ($ a month) and allows (contract, section 1). <c>HistoryShown</c> null shows all.</summary>
public sealed record Plan(Tier Tier, decimal Price, int Analyses, int WarnsFrom, bool Exports, int? HistoryShown)
{
    /// <summary>The four plans, cheapest first.</summary>
    public static readonly IReadOnlyList<Plan> All =
    [
        new(Tier.Free, 0m, 5, 4, false, 10),
        new(Tier.Starter, 69m, 30, 28, true, null),
        new(Tier.Pro, 99m, 60, 58, true, null),
        new(Tier.Elite, 149m, 100, 98, true, null),
    ];

    /// <summary>The plan of a tier.</summary>
    public static Plan Of(Tier tier) => All[(int)tier];

    /// <summary>The tier as JSON and SQL name it.</summary>
    public string Name => Tier.ToString().ToLowerInvariant();

    /// <summary>The next larger plan; null on the largest.</summary>
    public Plan? Next => Tier == Tier.Elite ? null : Of(Tier + 1);

    /// <summary>The plan named so, or null. Names are exact: lower case.</summary>
    public static Plan? Named(string? name) => All.FirstOrDefault(plan => plan.Name == name);
}
