using System.Text.Json;
using PropIQ.Proof.Running;

namespace PropIQ.Proof.Mutants;

/// <summary>Has Stryker.NET mutate one shard and play its tests against each mutant.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Postgres">A PostgreSQL that the sandbox of each run may use.</param>
/// <param name="AtOnce">How many mutants are tried at a time.</param>
internal sealed record StrykerRun(string Root, string Postgres, int AtOnce)
{
    // Stryker says so when all mutants are in the assembly, before it begins with the first.
    private const string Mutated = "total mutants will be tested";

    /// <summary>Runs it; answers the report's file.</summary>
    /// <param name="shard">What is mutated.</param>
    /// <param name="folder">Where the files of the run go.</param>
    /// <param name="onMutated">Called once the mutated assembly is there, with the folder that it is in.</param>
    /// <param name="cancellationToken">Ends the run, Stryker and its tests included.</param>
    /// <exception cref="ProofException">There is no report.</exception>
    public async Task<string> MutateAsync(Shard shard, string folder, Action<string> onMutated, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var configuration = Path.Combine(folder, "stryker-config.json");
        await File.WriteAllTextAsync(configuration, JsonSerializer.Serialize(Configuration(shard)), cancellationToken);
        var artifacts = Path.Combine(Root, "artifacts", "mutants");
        var output = await Child.RunAsync(
            "dotnet",
            ["stryker", "--config-file", configuration, "--output", folder],
            Path.Combine(Root, shard.TestFolder),
            Variables(shard, artifacts),
            Path.Combine(folder, "stryker.txt"),
            line =>
            {
                if (line.Contains(Mutated, StringComparison.Ordinal))
                {
                    onMutated(Path.Combine(artifacts, "bin", Path.GetFileName(shard.TestFolder), "debug"));
                }
            },
            cancellationToken);
        var report = Path.Combine(folder, "reports", "mutation-report.json");
        return File.Exists(report)
            ? report
            : throw new ProofException($"Stryker left no report (exit code {output}); see {Path.Combine(folder, "stryker.txt")}. \"dotnet tool restore\" brings Stryker.");
    }

    // Coverage is a process's, not a test's, and much of the mutated code runs on the server's threads: every test is played.
    private Dictionary<string, object> Configuration(Shard shard) => new()
    {
        ["stryker-config"] = new Dictionary<string, object>
        {
            ["project"] = shard.Project + ".csproj",
            ["test-runner"] = "mtp",
            ["mutate"] = shard.Files.Select(glob => "**/" + glob),
            ["coverage-analysis"] = "off",
            ["concurrency"] = AtOnce,
            ["additional-timeout"] = 20_000,
            ["reporters"] = new[] { "json", "cleartext" },
        },
    };

    private static string Glob(string features) =>
        features.EndsWith(".feature", StringComparison.Ordinal) ? $"../../features/{features}" : $"../../features/{features}/*.feature";

    private Dictionary<string, string?> Variables(Shard shard, string artifacts) => new()
    {
        ["ArtifactsPath"] = artifacts,
        ["PropIQFeatures"] = string.Join(';', shard.Features.Select(Glob)),
        ["PropIQTests"] = string.Join(';', shard.Tests.Select(glob => $"../{glob}")),
        ["PropIQMutated"] = shard.Project,
        ["PROPIQ_POSTGRES"] = Postgres,
        ["REQNROLL_FORMATTERS_MESSAGE"] = "false",
    };
}
