using System.Text.Json;

namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Decides what counts as the model's opinion of a property (clause 3.8).</summary>
public interface IAppraisals
{
    /// <summary>The opinion in the model's words; null when it cannot be used: not JSON, the score missing or out of range.</summary>
    Appraisal? Read(string content);
}

/// <summary>The model's opinion. The score is 0–100; <c>MetricsJson</c> is a JSON object.</summary>
public sealed record Appraisal(decimal DealScore, string Summary, string MetricsJson);

/// <summary>
/// A JSON object <c>{deal_score, summary, metrics}</c>. The score must be a number from 0 to 100, whole or not. A
/// summary or metrics that are missing are empty; ones of another kind make the answer unusable.
/// </summary>
public sealed class Appraisals : IAppraisals
{
    // Far deeper than any real answer, and shallow enough to be written out again inside a list of analyses.
    private static readonly JsonDocumentOptions Depth = new() { MaxDepth = 32 };

    /// <inheritdoc/>
    public Appraisal? Read(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, Depth);
            return Read(document.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or ArgumentException)
        {
            // The latter two: half a surrogate pair, which JSON can write and Unicode does not have.
            return null;
        }
    }

    private static Appraisal? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("deal_score", out var score)
            || score.ValueKind != JsonValueKind.Number
            || !score.TryGetDecimal(out var dealScore)
            || dealScore is < 0m or > 100m)
        {
            return null;
        }

        var hasSummary = root.TryGetProperty("summary", out var summary);
        var hasMetrics = root.TryGetProperty("metrics", out var metrics);
        if ((hasSummary && summary.ValueKind != JsonValueKind.String) || (hasMetrics && metrics.ValueKind != JsonValueKind.Object))
        {
            return null;
        }

        // NUL is valid in JSON but cannot be stored as text.
        var text = hasSummary ? summary.GetString()!.Replace("\0", "", StringComparison.Ordinal) : "";
        return new Appraisal(dealScore, text, hasMetrics ? JsonSerializer.Serialize(metrics) : "{}");
    }
}
