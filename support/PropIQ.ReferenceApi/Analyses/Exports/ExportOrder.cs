using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.Exports;

/// <summary>What an export is asked of: the newest <c>Count</c>, or the analyses with these ids.</summary>
public sealed record ExportOrder(string Format, int? Count, IReadOnlyList<string>? AnalysisIds)
{
    /// <summary>The most analyses in one file.</summary>
    public const int Most = 500;

    /// <summary>Reads an order; a 422 <c>invalid_export</c> refusal when it is none. An id named twice is exported once.</summary>
    public static ExportOrder Read(JsonBody body, IReadOnlyCollection<string> formats)
    {
        var format = body.Text("format");
        if (!format.IsGiven || !formats.Contains(format.Value!))
        {
            throw Invalid($"The format must be one of {string.Join(", ", formats.Order(StringComparer.Ordinal))}.");
        }

        var count = body.Integer("count");
        var ids = body.Texts("analysis_ids");
        if (count.IsMissing == ids.IsMissing)
        {
            throw Invalid("Either count or analysis_ids must be given.");
        }

        if (!ids.IsMissing)
        {
            return ids.IsGiven && ids.Value!.Count is >= 1 and <= Most
                ? new ExportOrder(format.Value!, null, [.. ids.Value!.Distinct(StringComparer.OrdinalIgnoreCase)])
                : throw Invalid($"analysis_ids must be a list of 1 to {Most} ids.");
        }

        return count is { IsGiven: true, Value: >= 1 and <= Most }
            ? new ExportOrder(format.Value!, count.Value, null)
            : throw Invalid($"count must be a whole number from 1 to {Most}.");
    }

    private static Refusal Invalid(string detail) => new(422, "invalid_export", detail);
}
