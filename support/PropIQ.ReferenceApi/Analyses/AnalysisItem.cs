using System.Text.Json;
using System.Text.Json.Serialization;
using PropIQ.ReferenceApi.Domain.Usage;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>An analysis as look-ups, the history and JSON exports show it (clause 3.1). Prices and costs in dollars, the score 0–100.</summary>
public record AnalysisItem
{
    /// <summary>Its id.</summary>
    public required string AnalysisId { get; init; }

    /// <summary>The address as given, NFC and trimmed.</summary>
    public required string Address { get; init; }

    /// <summary>One of the eight kinds.</summary>
    public required string PropertyType { get; init; }

    /// <summary>Dollars; null when it was not given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required decimal? PurchasePrice { get; init; }

    /// <summary>0–100.</summary>
    public required decimal DealScore { get; init; }

    /// <summary>The score in a word.</summary>
    public required string DealRating { get; init; }

    /// <summary>The model's words.</summary>
    public required string Summary { get; init; }

    /// <summary>The model's figures.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Metrics { get; init; }

    /// <summary>The model that answered.</summary>
    public required string Model { get; init; }

    /// <summary>What the model read and wrote.</summary>
    public required TokensView Tokens { get; init; }

    /// <summary>Dollars, unrounded.</summary>
    public required decimal CostUsd { get; init; }

    /// <summary><c>full</c> or <c>limited</c>.</summary>
    public required string Coverage { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>Tokens of the model.</summary>
public sealed record TokensView(int Input, int Output);

/// <summary>The answer to whoever asked for an analysis: the analysis, and where it leaves them.</summary>
public sealed record AnalysisAnswer : AnalysisItem
{
    /// <summary>The usage, this analysis counted.</summary>
    public required UsageView Usage { get; init; }

    /// <summary>True when it repeats an analysis that was under way or just made.</summary>
    public required bool Duplicate { get; init; }

    /// <summary>Says that the limit is near; left out when it is not.</summary>
    public string? Warning { get; init; }
}
