namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Puts analyses into the order of a comparison (clause 3.14).</summary>
public interface IRanking
{
    /// <summary>Best first.</summary>
    IReadOnlyList<StoredAnalysis> BestFirst(IEnumerable<StoredAnalysis> analyses);
}

/// <summary>By score; of equal ones the older is first, so that the order is the same every time.</summary>
public sealed class RankingByScore : IRanking
{
    /// <inheritdoc/>
    public IReadOnlyList<StoredAnalysis> BestFirst(IEnumerable<StoredAnalysis> analyses) =>
        [.. analyses.OrderByDescending(analysis => analysis.DealScore).ThenBy(analysis => analysis.CreatedAt).ThenBy(analysis => analysis.Sequence)];
}
