using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace PropIQ.Acceptance.Tests.LivingDocs;

/// <summary>
/// The program that writes the page, in a process of its own: it brings another Gherkin than Reqnroll's, and its trouble must
/// not be the run's.
/// </summary>
internal static class LivingDocsProgram
{
    private const int RunsKept = 10;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Where the conformance summary goes that is written with a page.</summary>
    public static string Conformance(string page) => Path.Combine(Path.GetDirectoryName(page)!, "conformance.yaml");

    /// <summary>Writes the page; the answer is what went wrong, or null.</summary>
    public static async Task<string?> WriteAsync(string messages, string page, CancellationToken cancellationToken)
    {
        var program = typeof(LivingDocsProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(each => each.Key == nameof(LivingDocsProgram))?.Value;
        if (!File.Exists(program))
        {
            return $"{program ?? "support/PropIQ.LivingDocs"} is not built.";
        }

        try
        {
            using var process = Process.Start(Call(program, messages, page))!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(Longest);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            var words = process.StandardOutput.ReadToEndAsync(patience.Token);
            try
            {
                await process.WaitForExitAsync(patience.Token);
                await words;
                return process.ExitCode == 0 ? null : (await errors).Trim();
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return "it took too long, or the run was stopped.";
            }
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException)
        {
            return error.Message;
        }
    }

    private static ProcessStartInfo Call(string program, string messages, string page)
    {
        var results = Path.GetDirectoryName(page)!;
        var call = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
        [
            "exec", program,
            "--messages", messages,
            "--out", page,
            "--markdown", Path.ChangeExtension(page, ".md"),
            "--json", Path.Combine(results, "coverage.json"),
            "--conformance", Conformance(page),
            "--history", Path.Combine(results, "history"),
            "--keep", RunsKept.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        if (Environment.GetEnvironmentVariable("PROPIQ_DOCS_SINCE") is { Length: > 0 } revision)
        {
            call.ArgumentList.Add("--since");
            call.ArgumentList.Add(revision);
        }

        return call;
    }
}
