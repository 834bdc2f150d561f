using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>The sentences about usage (clauses 1.1, 3.5).</summary>
public interface IWarnings
{
    /// <summary>The warning that goes with the analysis that made it <paramref name="used"/>; null when there is nothing to warn of.</summary>
    string? For(Plan plan, int used);

    /// <summary>Why an analysis over the limit is refused.</summary>
    string AtLimit(Plan plan);
}

/// <summary>From the plan's warning count up to its limit.</summary>
public sealed class Warnings : IWarnings
{
    /// <inheritdoc/>
    public string? For(Plan plan, int used)
    {
        if (used < plan.WarnsFrom || used > plan.Analyses)
        {
            return null;
        }

        return plan.Tier == Tier.Free
            ? $"{used} of {plan.Analyses} free analyses used"
            : $"{used} of {plan.Analyses} analyses used this month";
    }

    /// <inheritdoc/>
    public string AtLimit(Plan plan) =>
        plan.Tier == Tier.Free ? "Free tier limit reached. Upgrade to continue." : "Usage limit reached";
}
