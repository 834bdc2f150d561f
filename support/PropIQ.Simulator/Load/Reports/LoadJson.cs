using System.Text.Json;
using System.Text.Json.Nodes;
using PropIQ.Pages;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Load.Reports;

/// <summary>Reports of loads as JSON, and as a page.</summary>
internal static class LoadJson
{
    public static string Write(LoadReport report) => JsonSerializer.Serialize(report, ReportJson.Options) + "\n";

    /// <summary>The report in a text; null when it is one of another kind.</summary>
    /// <exception cref="JsonException">It is no JSON, or of a version that is not known.</exception>
    public static LoadReport? Read(string json)
    {
        var node = JsonNode.Parse(json) as JsonObject;
        if (node?["report_kind"]?.ToString() != LoadReport.Kind)
        {
            return null;
        }

        return node["report_version"]?.ToString() == $"{LoadReport.Version}"
            ? node.Deserialize<LoadReport>(ReportJson.Options)
            : throw new JsonException($"it is of version {node["report_version"]}, and only {LoadReport.Version} is known.");
    }

    /// <summary>The report as one page to look at, without any network. Its histograms stay in the JSON.</summary>
    public static string Page(LoadReport report)
    {
        var data = JsonSerializer.SerializeToNode(report, ReportJson.Options)!.AsObject();
        foreach (var each in data["by_persona_and_action"]!.AsArray().Concat(data["over_time"]!["slices"]!.AsArray()))
        {
            each!.AsObject().Remove("histogram");
            each.AsObject().Remove("corrected_histogram");
            each.AsObject().Remove("service_histogram");
        }

        using var page = new StringWriter();
        PageFile.Write(page, "PropIQ under load", "load-report", data, []);
        return page.ToString();
    }
}
