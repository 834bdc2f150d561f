using System.Text.Json;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>Puts stored analyses into the form in which they are shown.</summary>
public sealed class AnalysisViews(IDealRatings ratings)
{
    /// <summary>As look-ups show it.</summary>
    public AnalysisItem Item(StoredAnalysis analysis) => new()
    {
        AnalysisId = analysis.Id.ToString(),
        Address = analysis.Address,
        PropertyType = analysis.PropertyType,
        PurchasePrice = analysis.PurchasePrice,
        DealScore = analysis.DealScore,
        DealRating = ratings.Of(analysis.DealScore),
        Summary = analysis.Summary,
        Metrics = MetricsOf(analysis),
        Model = analysis.Model,
        Tokens = new TokensView(analysis.InputTokens, analysis.OutputTokens),
        CostUsd = analysis.CostUsd,
        Coverage = CoverageOf(analysis),
        CreatedAt = analysis.CreatedAt,
    };

    /// <summary>As whoever asked for it is answered.</summary>
    public AnalysisAnswer Answer(StoredAnalysis analysis, UsageView usage, string? warning) => new()
    {
        AnalysisId = analysis.Id.ToString(),
        Address = analysis.Address,
        PropertyType = analysis.PropertyType,
        PurchasePrice = analysis.PurchasePrice,
        DealScore = analysis.DealScore,
        DealRating = ratings.Of(analysis.DealScore),
        Summary = analysis.Summary,
        Metrics = MetricsOf(analysis),
        Model = analysis.Model,
        Tokens = new TokensView(analysis.InputTokens, analysis.OutputTokens),
        CostUsd = analysis.CostUsd,
        Coverage = CoverageOf(analysis),
        CreatedAt = analysis.CreatedAt,
        Usage = usage,
        Duplicate = false,
        Warning = warning,
    };

    private static Dictionary<string, JsonElement> MetricsOf(StoredAnalysis analysis) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(analysis.MetricsJson)!;

    private static string CoverageOf(StoredAnalysis analysis) => analysis.Coverage.ToString().ToLowerInvariant();
}
