using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>A row of the table of analyses, by its columns' names.</summary>
internal sealed record AnalysisRow
{
    public Guid Id { get; init; }

    public long Sequence { get; init; }

    public string Address { get; init; } = "";

    public string Coverage { get; init; } = "";

    public string PropertyType { get; init; } = "";

    public decimal? PurchasePrice { get; init; }

    public decimal DealScore { get; init; }

    public string Summary { get; init; } = "";

    public string Metrics { get; init; } = "";

    public string Model { get; init; } = "";

    public int InputTokens { get; init; }

    public int OutputTokens { get; init; }

    public decimal CostUsd { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public StoredAnalysis ToAnalysis() => new(
        Id,
        Sequence,
        Address,
        Coverage == "full" ? Domain.Addresses.Coverage.Full : Domain.Addresses.Coverage.Limited,
        PropertyType,
        PurchasePrice,
        DealScore,
        Summary,
        Metrics,
        Model,
        InputTokens,
        OutputTokens,
        CostUsd,
        CreatedAt);
}
