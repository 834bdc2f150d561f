using System.Text.Json;

namespace PropIQ.Client.Contract;

/// <summary>What an analysis is asked of (clause 3.1). The price is in dollars.</summary>
public sealed record PropertyToAnalyze(
    string? Address,
    string? PropertyType = null,
    decimal? PurchasePrice = null,
    string? Description = null);

/// <summary>One analysis (clause 3.1). <c>deal_score</c> is 0–100; costs and prices are in dollars.</summary>
public sealed record Analysis(
    JsonId? AnalysisId,
    string? Address,
    string? PropertyType,
    decimal? PurchasePrice,
    decimal? DealScore,
    string? DealRating,
    string? Summary,
    JsonElement? Metrics,
    string? Model,
    TokenCount? Tokens,
    decimal? CostUsd,
    Usage? Usage,
    bool? Duplicate,
    string? Coverage,
    string? Warning,
    DateTimeOffset? CreatedAt);

/// <summary>Tokens that the model read and wrote.</summary>
public sealed record TokenCount(int? Input, int? Output);

/// <summary>A page of the history, newest first (clause 3.11).</summary>
public sealed record History(IReadOnlyList<Analysis>? Items, int? Total, int? Limit, bool? Truncated);

/// <summary>What an export is asked of (clause 3.13): the newest <c>Count</c>, or the named analyses.</summary>
public sealed record ExportOrder(string? Format, int? Count = null, IReadOnlyList<JsonId>? AnalysisIds = null);

/// <summary>An exported file as received.</summary>
public sealed record ExportedFile(string? FileName, string? ContentType, int? ExportedCount, byte[] Content);

/// <summary>A ranking of analyses, best first (clause 3.14).</summary>
public sealed record Comparison(IReadOnlyList<RankedProperty>? Ranking, JsonId? BestId);

/// <summary>One place in a ranking.</summary>
public sealed record RankedProperty(JsonId? AnalysisId, string? Address, decimal? DealScore);
