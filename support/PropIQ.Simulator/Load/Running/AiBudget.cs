using PropIQ.Simulator.Costs;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Load.Running;

/// <summary>Money that requests which have an AI work may cost, each taken as 500 and 1,500 tokens; without a limit nothing is counted.</summary>
internal sealed class AiBudget(decimal? limit, Prices prices)
{
    private readonly RunBudget budget = new(limit);
    private readonly decimal each = Projection.OfAi(1, prices);

    public decimal? Limit => limit;

    /// <summary>Counts a step; false when that might pass the limit.</summary>
    public bool TryHold(LoadAction step) => limit is null || step is not (LoadAction.Analyze or LoadAction.Chat) || budget.TryHold(each);
}
