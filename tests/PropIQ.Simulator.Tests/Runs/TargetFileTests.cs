using System.Text.Json.Nodes;
using PropIQ.Client;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Tests.Load;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

/// <summary>The simulator takes the same target files as the suite.</summary>
public sealed class TargetFileTests : IDisposable
{
    private const string Secret = "a-secret-that-nobody-may-read";

    private readonly string folder = Directory.CreateTempSubdirectory("propiq-target-").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    [Fact]
    public async Task A_prefix_and_other_paths_are_kept_to_and_secrets_stay_inside()
    {
        await using var server = await HostileTarget.StartAsync(async context =>
        {
            var body = context.Request.Path.Value switch { "/status" => """{"status":"healthy"}""", "/api/v1/pricing" => PricingServer.Prices, _ => null };
            await PricingServer.AnswerAsync(context, body is null ? 404 : 200, body ?? $$"""{"code":"not_found","detail":"Your secret is {{Secret}}"}""");
        });
        var file = await WriteAsync($$"""
            base_url: {{server.Target.Url}}
            prefix: /api/v1
            endpoints: { /health: /status }
            secrets: { testing: PROPIQ_TARGET_TEST_SECRET }
            """);
        Environment.SetEnvironmentVariable("PROPIQ_TARGET_TEST_SECRET", Secret);

        var code = await RunAsync("load", "--target", file, "--rate", "10", "--arrivals", "requests", "--journey", "pricing", "--duration", "1s", "--threshold", "errors == 0");

        Assert.Contains(code, new[] { ExitCodes.AsExpected, ExitCodes.Unreliable });
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "report.json"), TestContext.Current.CancellationToken))!;
        Assert.Equal("target own", report["run"]!["target_kind"]!.GetValue<string>());
        Assert.Equal(10, report["metrics"]!["http_reqs"]!["count"]!.GetValue<int>());

        // A run, too, goes by the file; this server knows too little to be content with.
        Assert.Equal(ExitCodes.Missed, await RunAsync("--target", file, "--user", "Weekend-Warrior-Will"));
        var said = output.ToString() + error + string.Concat(await Task.WhenAll(Directory.GetFiles(folder).Where(path => path != file).Select(path => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken))));
        Assert.Contains("target own", said, StringComparison.Ordinal);
        Assert.DoesNotContain("X-PropIQ-Testing-Secret: a-secret", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lies_outside_this_machine_is_refused_without_consent_and_bounds()
    {
        var file = await WriteAsync("base_url: https://propiq.example\n");

        Assert.Equal(ExitCodes.BadInput, await RunAsync("--target", file));
        Assert.Equal(ExitCodes.BadInput, await RunAsync("load", "--target", file));
        Assert.Equal(ExitCodes.BadInput, await RunAsync("load", "--target", file, "--i-own-this-target"));
        Assert.Contains("--max-rate REQUESTS A SECOND", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("there is no file", "--target", "/no/such/target.yaml")]
    [InlineData("contradicts", "--target", "/no/such/target.yaml", "--bundled")]
    public async Task Says_what_is_wrong(string complaint, params string[] args)
    {
        Assert.Equal(ExitCodes.BadInput, await RunAsync(args));
        Assert.Contains(complaint, error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/propiq/history", "/propiq/history")]
    [InlineData("/api/v1/propiq/analyses/17", "/propiq/analyses/{id}")]
    [InlineData("/deals/17/view", "/propiq/analyses/{id}")]
    [InlineData("/status", "/health")]
    [InlineData("/elsewhere", "/elsewhere")]
    public void Calls_are_counted_by_the_contracts_paths(string path, string contract) => Assert.Equal(contract, Endpoints.Of(
        new($"http://127.0.0.1{path}"),
        new("http://127.0.0.1"),
        new WireFormat { PathPrefix = "/api/v1", Endpoints = new Dictionary<string, string> { ["/propiq/analyses/{id}"] = "/deals/{id}/view", ["/health"] = "/status" } }));

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        error.Dispose();
    }

    private Task<int> RunAsync(params string[] args) =>
        SimulatorApp.RunAsync([.. args, "--output", Path.Combine(folder, "report.json")], new(output, error), TestContext.Current.CancellationToken);

    private async Task<string> WriteAsync(string yaml)
    {
        var file = Path.Combine(folder, "own.yaml");
        await File.WriteAllTextAsync(file, yaml, TestContext.Current.CancellationToken);
        return file;
    }
}
