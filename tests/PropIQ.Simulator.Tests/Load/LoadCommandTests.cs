using System.Text.Json.Nodes;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Load.Reports;
using PropIQ.Simulator.Tests.Reporting;
using Xunit;

namespace PropIQ.Simulator.Tests.Load;

public sealed class LoadCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("propiq-load-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Theory]
    [InlineData("takes a number of more than 0", "--rate", "0")]
    [InlineData("Did you mean \"constant-vus\"?", "--executor", "constant-vu")]
    [InlineData("is no time", "--duration", "30")]
    [InlineData("write it like 30s:100", "--stage", "100")]
    [InlineData("say which", "--stage", "30s:100")]
    [InlineData("Did you mean \"analyze\"?", "--threshold", "p95(analyse) < 1s")]
    [InlineData("\"dance\" is no action", "--journey", "login,dance")]
    [InlineData("is no shard", "--shard", "5/4")]
    [InlineData("the same --seed", "--shard", "1/4")]
    [InlineData("and --max-duration is 10s", "--duration", "20s", "--max-duration", "10s")]
    [InlineData("and --max-rate is 10", "--rate", "20", "--max-rate", "10")]
    [InlineData("--i-own-this-target", "--base-url", "https://propiq.example")]
    [InlineData("--max-rate REQUESTS A SECOND", "--base-url", "https://propiq.example", "--i-own-this-target")]
    [InlineData("--max-duration TIME", "--base-url", "https://propiq.example", "--i-own-this-target", "--max-rate", "5")]
    public async Task Refuses(string complaint, params string[] args)
    {
        Assert.Equal(ExitCodes.BadInput, await RunAsync(args));
        Assert.Contains(complaint, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_can_be_looked_at_first()
    {
        Assert.Equal(0, await RunAsync("--dry-run", "--vus", "70", "--seed", "1"));
        Assert.Contains("up to 70 users", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("× Portfolio-Manager-Paula, on pro", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_port_is_answered_with_three_and_a_report()
    {
        Assert.Equal(ExitCodes.Unreachable, await RunAsync("--base-url", "http://127.0.0.1:1"));
        Assert.Equal("incomplete", (await ReportAsync())["run"]!["verdict"]!.GetValue<string>());
    }

    [Fact]
    public async Task Personas_under_load_do_what_they_do_without_failure_and_no_secret_gets_out()
    {
        var target = await World.TargetAsync();
        Environment.SetEnvironmentVariable("PROPIQ_TESTING_SECRET", target.TestingSecret);
        var (junit, page) = (Path.Combine(folder, "load.xml"), Path.Combine(folder, "load.md"));
        var code = await RunAsync(
            "--base-url", target.Url.AbsoluteUri, "--vus", "20", "--duration", "5s", "--warm-up", "1s", "--think-time", "250ms", "--seed", "3",
            "--threshold", "errors == 0", "--threshold", "rate_limited == 0", "--threshold", "checks == 100%", "--junit", junit, "--summary", page);

        // How fast a busy machine is says nothing here; whether all was right does.
        var report = await ReportAsync();
        Assert.Contains(code, new[] { ExitCodes.AsExpected, ExitCodes.Unreliable });
        Assert.All(report["thresholds"]!.AsArray(), threshold => Assert.True(threshold!["kept"]!.GetValue<bool>(), threshold.ToJsonString()));
        Assert.Empty(report["errors"]!.AsArray());
        Assert.StartsWith("20 accounts seeded by the testing interface, 20 sessions opened ahead", report["run"]!["seeding"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains(report["by_action"]!.AsArray(), entry => entry!["action"]!.GetValue<string>() == "analyze" && entry["requests"]!.GetValue<int>() > 0);
        Assert.Equal("testsuites", System.Xml.Linq.XDocument.Load(junit).Root!.Name.LocalName);
        var said = output.ToString() + error + string.Concat(await Task.WhenAll(Directory.GetFiles(folder).Select(file => File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))));
        Assert.DoesNotContain(target.TestingSecret!, said, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("SimPaula2025!Elite", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crossed_threshold_is_answered_with_99_and_shards_merge_from_their_files()
    {
        await using var server = await PricingServer.StartAsync();
        string[] common = ["--base-url", server.Target.Url.AbsoluteUri, "--rate", "20", "--arrivals", "requests", "--journey", "pricing", "--duration", "1s", "--seed", "1", "--threshold", "http_reqs > 15"];
        var (one, two, merged) = (Path.Combine(folder, "1.json"), Path.Combine(folder, "2.json"), Path.Combine(folder, "merged.json"));

        Assert.Equal(ExitCodes.ThresholdsCrossed, await RunAsync([.. common, "--shard", "1/2", "--output", one]));
        Assert.Equal(ExitCodes.ThresholdsCrossed, await RunAsync([.. common, "--shard", "2/2", "--output", two]));
        var code = await SimulatorApp.RunAsync(["report", one, two, "--output", merged], new(output, error), TestContext.Current.CancellationToken);

        var report = JsonNode.Parse(await File.ReadAllTextAsync(merged, TestContext.Current.CancellationToken))!;
        Assert.Contains(code, new[] { ExitCodes.AsExpected, ExitCodes.Unreliable });
        Assert.Empty(SchemaCheck.Complaints(report));
        Assert.Equal(20, report["metrics"]!["http_reqs"]!["count"]!.GetValue<int>());
        Assert.True(File.Exists(Path.Combine(folder, "merged.html")));
    }

    [Fact]
    public void Reports_of_a_version_that_is_not_known_are_not_guessed_at() =>
        Assert.Throws<System.Text.Json.JsonException>(() => LoadJson.Read("""{ "report_kind": "load", "report_version": 2 }"""));

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(params string[] args)
    {
        string[] kept = args.Contains("--output") ? args : [.. args, "--output", Path.Combine(folder, "load_report.json")];
        return SimulatorApp.RunAsync(["load", .. kept], new(output, error), TestContext.Current.CancellationToken);
    }

    private async Task<JsonNode> ReportAsync()
    {
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "load_report.json"), TestContext.Current.CancellationToken))!;
        Assert.Empty(SchemaCheck.Complaints(report));
        return report;
    }
}
