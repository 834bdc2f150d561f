using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Decides how much of a history is shown (clause 3.11). Nothing is ever deleted by it.</summary>
public interface IHistoryPolicy
{
    /// <summary>How many of <paramref name="stored"/> analyses, the newest ones, a plan shows.</summary>
    int Shown(Plan plan, int stored);
}

/// <summary>As the plan says.</summary>
public sealed class HistoryPolicy : IHistoryPolicy
{
    /// <inheritdoc/>
    public int Shown(Plan plan, int stored) => plan.HistoryShown is { } most ? Math.Min(most, stored) : stored;
}
