using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Usage;

/// <summary>Decides whether one more analysis is within the plan (clauses 3.5, 3.6).</summary>
public interface IAllowancePolicy
{
    /// <summary>True when there is room besides what is stored and what other requests are working on.</summary>
    bool Allows(Plan plan, int used, int inFlight);
}

/// <summary>Up to the plan's number of analyses, and not one more.</summary>
public sealed class AllowancePolicy : IAllowancePolicy
{
    /// <inheritdoc/>
    public bool Allows(Plan plan, int used, int inFlight) => used + inFlight < plan.Analyses;
}
