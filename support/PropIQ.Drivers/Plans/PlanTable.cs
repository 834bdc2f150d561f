namespace PropIQ.Drivers.Plans;

/// <summary>A plan as PropIQ promises it (contract, section 1). Dollars a month; analyses a month.</summary>
public sealed record PromisedPlan(string Name, decimal Price, int Analyses, int WarnsFrom, bool Exports, int? HistoryShown)
{
    /// <summary>The plan's name as the API writes it.</summary>
    public string Tier => Name.ToLowerInvariant();

    /// <summary>This plan, once a feature's "of 60" has been held against the promised limit.</summary>
    /// <exception cref="ArgumentException">The feature names another limit than the plan has.</exception>
    public PromisedPlan Limited(int limit) => limit == Analyses
        ? this
        : throw new ArgumentException($"{Name} has {Analyses} analyses a month, not {limit}: correct the feature.");

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>The four plans as promised. Expectations come from here, never from what a PropIQ answers.</summary>
public static class PlanTable
{
    /// <summary>The plan without a subscription.</summary>
    public static readonly PromisedPlan Free = new("Free", 0, 5, 4, false, 10);

    /// <summary>All four, cheapest first.</summary>
    public static readonly IReadOnlyList<PromisedPlan> All =
    [
        Free,
        new("Starter", 69, 30, 28, true, null),
        new("Pro", 99, 60, 58, true, null),
        new("Elite", 149, 100, 98, true, null),
    ];

    /// <summary>The plan of that name, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such plan.</exception>
    public static PromisedPlan Named(string name) => All.FirstOrDefault(plan => plan.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no plan \"{name}\": there are {string.Join(", ", All.Select(plan => plan.Name))}.");
}
