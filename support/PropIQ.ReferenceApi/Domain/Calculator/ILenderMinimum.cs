namespace PropIQ.ReferenceApi.Domain.Calculator;

/// <summary>Whether a commercial lender's minimum is met (clause 4.5).</summary>
public interface ILenderMinimum
{
    /// <summary>Judges an unrounded DSCR; null is a deal without a loan.</summary>
    bool IsMetBy(decimal? dscr);
}

/// <summary>1.25, or no loan at all.</summary>
public sealed class LenderMinimum : ILenderMinimum
{
    /// <inheritdoc/>
    public bool IsMetBy(decimal? dscr) => dscr is null or >= 1.25m;
}
