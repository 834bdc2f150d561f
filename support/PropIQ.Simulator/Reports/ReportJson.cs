using System.Text.Encodings.Web;
using System.Text.Json;

namespace PropIQ.Simulator.Reports;

/// <summary>Reports as JSON: snake_case, indented, readable as text.</summary>
internal static class ReportJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Write(SimulationReport report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <exception cref="JsonException">It is no report.</exception>
    public static SimulationReport Read(string json) =>
        JsonSerializer.Deserialize<SimulationReport>(json, Options) ?? throw new JsonException("The file holds null.");
}
