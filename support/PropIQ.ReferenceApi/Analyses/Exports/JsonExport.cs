using System.Text.Json;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Export;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Analyses.Exports;

/// <summary>A JSON array of the analyses as look-ups show them.</summary>
public sealed class JsonExport(AnalysisViews views) : IExportWriter
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true };

    /// <inheritdoc/>
    public string Format => "json";

    /// <inheritdoc/>
    public string ContentType => "application/json";

    /// <inheritdoc/>
    public byte[] Write(IReadOnlyList<StoredAnalysis> analyses) =>
        JsonSerializer.SerializeToUtf8Bytes(analyses.Select(views.Item).ToList(), Indented);
}
