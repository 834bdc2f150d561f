using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Reports;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

/// <summary>The page beside the report.</summary>
public sealed partial class ReportPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("propiq-sim-").FullName;

    [Fact]
    public async Task A_bundled_run_writes_a_page_with_its_numbers_that_needs_nothing_else()
    {
        using StringWriter output = new(), error = new();
        var json = Path.Combine(folder, "simulation_report.json");

        Assert.Equal(0, await SimulatorApp.RunAsync(["--bundled", "--user", "Weekend-Warrior-Will", "--seed", "3", "--output", json], new(output, error), TestContext.Current.CancellationToken));

        var page = await File.ReadAllTextAsync(Path.Combine(folder, "simulation_report.html"), TestContext.Current.CancellationToken);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken)), DataOf(page)));
        Assert.Empty(Loads().Matches(page));
    }

    [Fact]
    public void What_a_target_says_cannot_end_the_data()
    {
        const string Hostile = "</script><script>alert(1)</script><!--";
        var report = new SimulationReport(new(0, 0, 0, 0, 0, "0.0%"), new(0, 0, "$0.00", 0, "$0.00", "$0.00"), [], [], [new("login", Hostile, "")]) { Run = new("r", "", 0, false) };

        var page = ReportPage.Write(report);

        Assert.DoesNotContain(Hostile, page, StringComparison.Ordinal);
        Assert.Equal(Hostile, DataOf(page)["errors_encountered"]![0]!["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("a/simulation_report.json", "a/simulation_report.html")]
    [InlineData("a/report", "a/report.html")]
    [InlineData("a/report.html", "a/report.html.html")]
    public void It_lies_beside_the_report_and_never_over_it(string report, string page) => Assert.Equal(page, ReportPage.Beside(report));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static JsonNode DataOf(string page) => JsonNode.Parse(Data().Match(page).Groups[1].Value)!;

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();

    [GeneratedRegex("""\b(src|href)\s*=|<link\b|@import|url\(|from ['"]https?:""", RegexOptions.IgnoreCase)]
    private static partial Regex Loads();
}
