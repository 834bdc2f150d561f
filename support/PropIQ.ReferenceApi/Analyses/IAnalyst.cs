using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Makes one analysis: reserves its place, has the property judged, stores and counts the result.</summary>
public interface IAnalyst
{
    /// <summary>The stored analysis of a property whose request arrived at <paramref name="arrivedAt"/> by the user's clock.</summary>
    Task<AnalysisAnswer> AnalyzeAsync(Caller caller, Property property, DateTimeOffset arrivedAt, CancellationToken cancellationToken);
}
