using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>What came of a run of the acceptance suite. All of its files are in the folder.</summary>
internal sealed record SuiteRun(int ExitCode, string Output, string Folder, IReadOnlyList<SuiteTest> Tests) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(20);

    // What would have the run mean another PropIQ, or know a secret that the test does not give it.
    private static readonly string[] NotInherited =
    [
        "PROPIQ_TARGET", "PROPIQ_BASE_URL", "PROPIQ_WITHOUT", "PROPIQ_DIRECTOR", "PROPIQ_DIRECTOR_SECRET", "PROPIQ_TESTING_SECRET", "STRIPE_WEBHOOK_SECRET",
        "JWT_SECRET", "REQNROLL_FORMATTERS_MESSAGE",
    ];

    /// <summary>The tests that ended so.</summary>
    public IEnumerable<SuiteTest> Ended(string status) => Tests.Where(test => test.Status == status);

    /// <summary>A file that the run wrote.</summary>
    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, "TestResults", name));

    /// <summary>Runs the suite in a process and a folder of its own: its results lie beside its program, and must not be another run's.</summary>
    public static async Task<SuiteRun> PlayAsync(IReadOnlyDictionary<string, string> environment, IReadOnlyList<string> filter, CancellationToken cancellationToken)
    {
        var program = typeof(SuiteRun).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == "SuiteProgram").Value!;
        var folder = Copy(Path.GetDirectoryName(program)!);
        var call = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["exec", Path.Combine(folder, Path.GetFileName(program)), "--no-progress", "--no-ansi", "--report-ctrf", "--report-ctrf-filename", "ctrf.json", "--results-directory", Path.Combine(folder, "TestResults"), .. filter])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in NotInherited)
        {
            call.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            call.Environment[name] = value;
        }

        using var process = Process.Start(call)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new SuiteRun(process.ExitCode, await output + await errors, folder, Tested(Path.Combine(folder, "TestResults", "ctrf.json")));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // The report's writer escapes quotation marks once more than JSON asks for.
    private static string Unquoted(string message) => message.Replace("\\\"", "\"", StringComparison.Ordinal);

    private static string Copy(string from)
    {
        var to = Directory.CreateTempSubdirectory("propiq-run-").FullName;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.Contains("TestResults", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }

    private static IReadOnlyList<SuiteTest> Tested(string report)
    {
        if (!File.Exists(report))
        {
            return [];
        }

        using var json = JsonDocument.Parse(File.ReadAllText(report));
        return [.. json.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray().Select(test => new SuiteTest(
            test.GetProperty("name").GetString()!, test.GetProperty("status").GetString()!, test.TryGetProperty("message", out var message) ? Unquoted(message.GetString()!) : null))];
    }
}

/// <summary>A test of the suite: passed, failed, skipped.</summary>
internal sealed record SuiteTest(string Name, string Status, string? Message)
{
    /// <summary>Whether it failed by judging, and did not break down.</summary>
    public bool IsJudged => Message?.StartsWith("FluentAssertions.Execution.AssertionFailedException", StringComparison.Ordinal) == true;
}
