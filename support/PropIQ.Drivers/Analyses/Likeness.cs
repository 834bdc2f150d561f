using System.Text.Json;
using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Analyses;

/// <summary>Whether an analysis is shown as it was made, wherever it is shown: what a list or a file leaves out, nobody has got wrong.</summary>
internal static class Likeness
{
    /// <summary>What is shown otherwise than it was made, in words; null when nothing is.</summary>
    public static string? Difference(Analysis shown, Analysis made)
    {
        (string What, object? Shown, object? Made)[] members =
        [
            ("id", shown.AnalysisId, made.AnalysisId),
            ("address", shown.Address, made.Address),
            ("property type", shown.PropertyType, made.PropertyType),
            ("price", shown.PurchasePrice, made.PurchasePrice),
            ("score", shown.DealScore, made.DealScore),
            ("rating", shown.DealRating, made.DealRating),
            ("summary", shown.Summary, made.Summary),
            ("coverage", shown.Coverage, made.Coverage),
            ("model", shown.Model, made.Model),
            ("tokens", shown.Tokens, made.Tokens),
            ("cost", shown.CostUsd.Exact(), made.CostUsd.Exact()),
        ];
        var other = members.FirstOrDefault(member => member is { Shown: not null, Made: not null } && !Equals(member.Shown, member.Made));
        return other.What is not null ? $"its {other.What} as {other.Shown} instead of {other.Made}"
            : shown.CreatedAt is not null && made.CreatedAt is not null && !shown.IsMadeWith(made) ? $"it of {shown.CreatedAt:u} instead of {made.CreatedAt:u}"
            : shown.Metrics is { } metrics && made.Metrics is { } others && !Agree(metrics, others) ? $"its metrics as {metrics} instead of {others}"
            : null;
    }

    // One may have members that the other leaves out.
    private static bool Agree(JsonElement some, JsonElement others) => some.ValueKind == JsonValueKind.Object && others.ValueKind == JsonValueKind.Object
        ? some.EnumerateObject().All(member => !others.TryGetProperty(member.Name, out var other) || JsonElement.DeepEquals(member.Value, other))
        : JsonElement.DeepEquals(some, others);
}
