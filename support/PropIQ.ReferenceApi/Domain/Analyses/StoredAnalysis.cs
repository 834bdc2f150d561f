using PropIQ.ReferenceApi.Domain.Addresses;

namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>
/// An analysis as it is kept. <c>Sequence</c> is the order of storing. Prices and costs in dollars, the score 0–100,
/// <c>MetricsJson</c> a JSON object as the model gave it, <c>CreatedAt</c> when it was asked for, by the user's clock.
/// </summary>
public sealed record StoredAnalysis(
    Guid Id,
    long Sequence,
    string Address,
    Coverage Coverage,
    string PropertyType,
    decimal? PurchasePrice,
    decimal DealScore,
    string Summary,
    string MetricsJson,
    string Model,
    int InputTokens,
    int OutputTokens,
    decimal CostUsd,
    DateTimeOffset CreatedAt);
