using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Drivers.Plans;

/// <summary>A plan as PropIQ promises it (contract, section 1). Dollars a month; analyses a month.</summary>
public sealed record PromisedPlan(string Name, decimal Price, int Analyses, int WarnsFrom, bool Exports, int? HistoryShown)
{
    /// <summary>The plan's name as the API writes it.</summary>
    public string Tier => Name.ToLowerInvariant();

    /// <summary>True for the plan without a subscription.</summary>
    public bool IsFree => Tier == "free";

    /// <summary>Its price's id at Stripe, where the target says which one it must be.</summary>
    public string? PriceId { get; init; }

    /// <summary>This plan, once a feature's "of 60" has been held against the promised limit.</summary>
    /// <exception cref="ArgumentException">The feature names another limit than the plan has.</exception>
    /// <exception cref="MissingCapabilityException">The plan has another limit here than in the contract.</exception>
    public PromisedPlan Limited(int limit) => limit == Analyses
        ? this
        : throw (limit == PlanTable.Contract.Named(Name).Analyses
            ? new MissingCapabilityException(Capability.ContractPlans)
            : new ArgumentException($"{Name} has {Analyses} analyses a month, not {limit}: correct the feature."));

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>The four plans as promised. Expectations come from here, never from what a PropIQ answers.</summary>
public sealed class PlanTable
{
    /// <summary>The plans of the contract.</summary>
    public static readonly PlanTable Contract = Of(new Dictionary<string, TargetPlan>());

    private PlanTable(IReadOnlyList<PromisedPlan> all) => All = all;

    /// <summary>All four, cheapest first.</summary>
    public IReadOnlyList<PromisedPlan> All { get; }

    /// <summary>The plan without a subscription.</summary>
    public PromisedPlan Free => All[0];

    /// <summary>The plans of a target: the contract's, but for the numbers that it gives by tier.</summary>
    public static PlanTable Of(IReadOnlyDictionary<string, TargetPlan> target) => new(
    [
        Plan("Free", false, 10, target), Plan("Starter", true, null, target), Plan("Pro", true, null, target), Plan("Elite", true, null, target),
    ]);

    /// <summary>The plan of that name, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such plan.</exception>
    public PromisedPlan Named(string name) => All.FirstOrDefault(plan => plan.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException($"There is no plan \"{name}\": there are {string.Join(", ", All.Select(plan => plan.Name))}.");

    private static PromisedPlan Plan(string name, bool exports, int? historyShown, IReadOnlyDictionary<string, TargetPlan> target)
    {
        var tier = name.ToLowerInvariant();
        var numbers = target.GetValueOrDefault(tier, new TargetPlan()).Or(TargetPlan.Contract[tier]);
        return new PromisedPlan(name, numbers.Price!.Value, numbers.Analyses!.Value, numbers.WarnsFrom!.Value, exports, historyShown) { PriceId = numbers.PriceId };
    }
}
