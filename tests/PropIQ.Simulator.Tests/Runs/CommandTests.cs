using System.Text.Json.Nodes;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Tests.Reporting;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

public sealed class CommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("propiq-sim-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Theory]
    [InlineData(2, "--no-such-option")]
    [InlineData(2, "--user", "Paul")]
    [InlineData(2, "--config", "/no/such/profile.yaml")]
    [InlineData(2, "--base-url", "not an address")]
    [InlineData(2, "--base-url", "http://127.0.0.1:1", "--bundled")]
    [InlineData(2, "--base-url", "http://name:password@127.0.0.1:1")]
    [InlineData(2, "--max-speed", "--real-time")]
    [InlineData(2, "--repeat", "0")]
    [InlineData(2, "--timeout", "0")]
    [InlineData(2, "--base-url", "https://propiq.example")]
    [InlineData(2, "--base-url", "http://127.0.0.1:1", "--budget", "1")]
    [InlineData(0, "--dry-run")]
    [InlineData(0, "--help")]
    [InlineData(2, "provision")]
    [InlineData(2, "cleanup")]
    [InlineData(2, "report", "/no/such/report.json")]
    [InlineData(2, "validate", "/no/such/profile.yaml")]
    public async Task Answers_with(int code, params string[] args) => Assert.Equal(code, await RunAsync(args));

    [Fact]
    public async Task A_dead_port_is_answered_with_three_and_a_report()
    {
        Assert.Equal(3, await RunAsync("--base-url", "http://127.0.0.1:1"));

        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "simulation_report.json"), TestContext.Current.CancellationToken))!;
        Assert.Empty(SchemaCheck.Complaints(report));
        Assert.True(report["run"]!["incomplete"]!.GetValue<bool>());
        Assert.Contains("Conversions: 0/5 (0.0%)", output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(folder, "simulation_costs.json")));
        Assert.True(File.Exists(Path.Combine(folder, "simulation.log")));
    }

    [Fact]
    public async Task A_run_writes_everything_and_the_summary_as_the_guide_has_it()
    {
        var target = await World.TargetAsync();
        Environment.SetEnvironmentVariable("PROPIQ_TESTING_SECRET", target.TestingSecret);
        Environment.SetEnvironmentVariable("STRIPE_WEBHOOK_SECRET", null);
        var (junit, page) = (Path.Combine(folder, "junit.xml"), Path.Combine(folder, "page.md"));
        Assert.Equal(0, await RunAsync("--base-url", target.Url.AbsoluteUri, "--user", "Real-Estate-Agent-Rita", "--seed", "4", "--junit", junit, "--summary", page));

        var lines = output.ToString().Split('\n');
        Assert.Contains("PROPIQ POWER USER SIMULATION - RESULTS SUMMARY", lines);
        Assert.Contains("  Success Rate: 100.0%", lines);
        Assert.Contains("  Conversion: ❌ No", lines);
        Assert.Contains("TOTALS:", lines);
        Assert.Contains("  Conversions: 0/1 (0.0%)", lines);
        Assert.Equal("testsuites", System.Xml.Linq.XDocument.Load(junit).Root!.Name.LocalName);
        Assert.Contains("| Real-Estate-Agent-Rita |", await File.ReadAllTextAsync(page, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var rows = await File.ReadAllLinesAsync(Path.Combine(folder, "analyses.jsonl"), TestContext.Current.CancellationToken);
        Assert.All(rows, row => Assert.NotNull(JsonNode.Parse(row)!["deal_score"]));
        Assert.True(rows.Length >= 4);
        var log = await File.ReadAllTextAsync(Path.Combine(folder, "simulation.log"), TestContext.Current.CancellationToken);
        Assert.Contains("[Real-Estate-Agent-Rita]", log, StringComparison.Ordinal);
        Assert.DoesNotContain("SimRita2025!Agent", log, StringComparison.Ordinal);
        Assert.DoesNotContain(target.TestingSecret!, log, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reports_become_one()
    {
        var one = Path.Combine(folder, "simulation_report.json");
        await RunAsync("--base-url", "http://127.0.0.1:1");
        var merged = Path.Combine(folder, "merged.json");

        Assert.Equal(3, await RunAsync("report", one, one, "--output", merged));
        var report = JsonNode.Parse(await File.ReadAllTextAsync(merged, TestContext.Current.CancellationToken))!;
        Assert.Equal(10, report["simulation_summary"]!["total_users"]!.GetValue<int>());
        Assert.Empty(SchemaCheck.Complaints(report));
    }

    [Fact]
    public async Task A_full_disk_loses_no_report()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full on this system.");
        var code = await SimulatorApp.RunAsync(["--base-url", "http://127.0.0.1:1", "--output", "/dev/full", "--log", Path.Combine(folder, "a.log")], new(output, error), TestContext.Current.CancellationToken);

        Assert.Equal(3, code);
        var said = error.ToString();
        Assert.Contains("/dev/full could not be written", said, StringComparison.Ordinal);
        var elsewhere = said.Split('\n').Single(line => line.StartsWith("The report is at ", StringComparison.Ordinal))["The report is at ".Length..^" instead.".Length];
        Assert.Empty(SchemaCheck.Complaints(JsonNode.Parse(await File.ReadAllTextAsync(elsewhere, TestContext.Current.CancellationToken))!));
        File.Delete(elsewhere);
    }

    [Fact]
    public async Task A_log_on_a_full_disk_makes_the_report_incomplete()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "There is no /dev/full on this system.");
        await using var hostile = await HostileTarget.StartAsync(200, "{}");
        await RunAsync("--base-url", hostile.Target.Url.AbsoluteUri, "--log", "/dev/full");

        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "simulation_report.json"), TestContext.Current.CancellationToken))!;
        Assert.Contains("the log could not be written", report["run"]!["incomplete_reason"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Users_who_may_be_real_are_refused_unless_their_domain_is_allowed()
    {
        var profile = Path.Combine(folder, "p.yaml");
        await File.WriteAllTextAsync(profile, Profiles.Texts.Resource("first-runner.yaml"), TestContext.Current.CancellationToken);

        Assert.Equal(2, await RunAsync("--config", profile, "--base-url", "http://127.0.0.1:1"));
        Assert.Contains("--allow-domain", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, await RunAsync("--config", profile, "--base-url", "http://127.0.0.1:1", "--allow-domain"));
        Assert.Equal(3, await RunAsync("--config", profile, "--base-url", "http://127.0.0.1:1", "--allow-domain", "simulated.propiq.com"));
        Assert.Equal(2, await RunAsync("--config", profile, "--base-url", "http://127.0.0.1:1", "--allow-domain", "example.com"));
    }

    [Fact]
    public async Task A_live_key_in_the_profile_stops_the_run()
    {
        var profile = Path.Combine(folder, "p.yaml");
        await File.WriteAllTextAsync(profile, Profiles.Texts.OneUser(Profiles.Texts.SignUp) + "# sk_" + "live_abc123\n", TestContext.Current.CancellationToken);

        Assert.Equal(2, await RunAsync("--config", profile, "--base-url", "http://127.0.0.1:1"));
        Assert.Contains("live Stripe key", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("abc123", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preflight_measures_what_it_can_and_asks_for_the_rest()
    {
        var target = await World.TargetAsync();
        Environment.SetEnvironmentVariable("PROPIQ_TESTING_SECRET", target.TestingSecret);
        string[] here = ["preflight", "--base-url", target.Url.AbsoluteUri, "--budget", "10"];

        Assert.Equal(1, await RunAsync(here));
        Assert.Contains("[x] health", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[x] cleanup", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("[ ] team-told", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync([.. here, "--acknowledge", "database-room,openai-quota,alerts,rollback-plan,team-told", "--by", "Tess"]));
        Assert.Contains("[a] team-told: Tess says that", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provisioned_users_are_there_until_they_are_cleaned_up()
    {
        var target = await World.TargetAsync();
        Environment.SetEnvironmentVariable("PROPIQ_TESTING_SECRET", target.TestingSecret);
        var profile = Path.Combine(folder, "p.yaml");
        var yaml = Profiles.Texts.OneUserOn("pro", Profiles.Texts.LogIn).Replace("simulated.propiq.test", "cleanup.propiq.test", StringComparison.Ordinal);
        await File.WriteAllTextAsync(profile, yaml, TestContext.Current.CancellationToken);
        string[] here = ["--config", profile, "--base-url", target.Url.AbsoluteUri, "--allow-domain", "cleanup.propiq.test"];

        Assert.Equal(0, await RunAsync(["provision", .. here]));
        Assert.Equal(1, await RunAsync(["provision", .. here]));
        Assert.Contains("has an account already", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(["cleanup", "--base-url", target.Url.AbsoluteUri, "--allow-domain", "cleanup.propiq.test"]));
        Assert.Equal(1, await RunAsync(["provision", .. here]));
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(params string[] args)
    {
        string[] kept = args is ["preflight" or "provision" or "cleanup" or "report" or "validate" or "--help", ..] || args.Contains("--output") ? args : [.. args, "--output", Path.Combine(folder, "simulation_report.json")];
        return SimulatorApp.RunAsync(kept, new(output, error), TestContext.Current.CancellationToken);
    }
}
