namespace PropIQ.ReferenceApi.Wording;

/// <summary>The outside of a CSV file. The contract says what its cells hold, not what its columns are called.</summary>
internal static class CsvWording
{
    public const string ContentType = "text/csv; charset=utf-8";
    public const string NewLine = "\r\n";
    public const string Time = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public static readonly IReadOnlyList<string> Header =
    [
        "analysis_id", "created_at", "address", "property_type", "purchase_price", "deal_score", "deal_rating",
        "coverage", "summary", "metrics", "model", "input_tokens", "output_tokens", "cost_usd",
    ];
}
