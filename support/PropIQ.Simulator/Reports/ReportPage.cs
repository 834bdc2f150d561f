using System.Text.Json;
using PropIQ.Pages;

namespace PropIQ.Simulator.Reports;

/// <summary>A report as one page to look at, without any network.</summary>
internal static class ReportPage
{
    /// <summary>Where the page of a report lies: beside it, named like it.</summary>
    public static string Beside(string report)
    {
        var page = Path.ChangeExtension(report, ".html");
        return page == report ? report + ".html" : page;
    }

    public static string Write(SimulationReport report)
    {
        using var page = new StringWriter();
        PageFile.Write(page, "PropIQ simulation", "simulation-report", JsonSerializer.SerializeToNode(report, ReportJson.Options), []);
        return page.ToString();
    }
}
