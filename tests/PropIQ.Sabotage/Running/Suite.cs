using System.Diagnostics;
using System.Reflection;
using PropIQ.Sabotage.Reach;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Tweaking;

namespace PropIQ.Sabotage.Running;

/// <summary>The acceptance suite as a program that can be run against a sabotaged PropIQ.</summary>
/// <param name="Program">The program: the assembly that <c>dotnet exec</c> runs.</param>
/// <param name="Postgres">The PostgreSQL that all runs share.</param>
/// <param name="Seed">The seed of every run: what differs between two runs must be the fault.</param>
/// <param name="Longest">How long one run may take.</param>
internal sealed record Suite(string Program, string Postgres, string Seed, TimeSpan Longest)
{
    // What would have the suite play against another PropIQ than the sandbox's.
    private static readonly string[] Elsewhere = ["PROPIQ_TARGET", "PROPIQ_BASE_URL", "PROPIQ_DIRECTOR"];

    /// <summary>The program that was built along with this one.</summary>
    public static string BuiltAlong { get; } =
        typeof(Suite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == "SuiteProgram").Value!;

    /// <summary>Plays what a filter leaves (nothing for all) against a saboteur; the run's files go into a folder of their own.</summary>
    /// <returns>Where the messages are.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end.</exception>
    public Task<string> PlayAsync(Saboteur saboteur, IReadOnlyCollection<string> filter, string folder, CancellationToken cancellationToken) =>
        PlayAsync(new Dictionary<string, string?> { [RunTweaks.Variable] = TweaksCalled(saboteur.Id) }, filter, folder, cancellationToken);

    /// <summary>Plays all with nothing wrong, and finds out which scenarios can meet which saboteurs.</summary>
    /// <returns>What was found out, and where the messages are.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end, or left nothing.</exception>
    public async Task<(ReachFile Reach, string Messages)> ScoutAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var found = Path.Combine(folder, "reach.json");
        File.Delete(found);
        var messages = await PlayAsync(
            new Dictionary<string, string?> { [RunTweaks.Variable] = TweaksCalled(ReachFile.Scout), [ReachFile.Variable] = found }, [], folder, cancellationToken);
        return File.Exists(found) ? (ReachFile.Read(found), messages) : throw new SuiteException($"The scout left nothing; see {folder}.");
    }

    /// <summary>Plays what a filter leaves (nothing for all) in other surroundings; null takes an environment variable away.</summary>
    /// <returns>Where the messages are.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end.</exception>
    public async Task<string> PlayAsync(
        IReadOnlyDictionary<string, string?> surroundings, IReadOnlyCollection<string> filter, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var messages = Path.Combine(folder, "messages.ndjson");
        File.Delete(messages);
        using var process = new Process { StartInfo = Call(surroundings, filter, folder, messages) };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        await using var output = new StreamWriter(Path.Combine(folder, "output.txt"));
        process.Start();
        try
        {
            await Task.WhenAll(CopyAsync(process.StandardOutput, output, patience.Token), process.StandardError.ReadToEndAsync(patience.Token), process.WaitForExitAsync(patience.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SuiteException($"The run did not end within {Longest.TotalMinutes:0} minutes; see {folder}.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        return File.Exists(messages) ? messages : throw new SuiteException($"The run left no messages (exit code {process.ExitCode}); see {folder}.");
    }

    private static string TweaksCalled(string name) => $"{typeof(Suite).Assembly.Location};{name}";

    private static async Task CopyAsync(StreamReader from, StreamWriter to, CancellationToken cancellationToken)
    {
        while (await from.ReadLineAsync(cancellationToken) is { } line)
        {
            await to.WriteLineAsync(line);
        }
    }

    private ProcessStartInfo Call(IReadOnlyDictionary<string, string?> surroundings, IReadOnlyCollection<string> filter, string folder, string messages)
    {
        // In a file, since a filter may be longer than a command line.
        var arguments = Path.Combine(folder, "filter.rsp");
        File.WriteAllLines(arguments, filter);
        var call = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Program, "--results-directory", folder, "--no-progress", "--no-ansi", "@" + arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in Elsewhere)
        {
            call.Environment.Remove(name);
        }

        call.Environment[SandboxOptions.PostgresVariable] = Postgres;
        call.Environment["PROPIQ_SEED"] = Seed;
        call.Environment["REQNROLL_FORMATTERS_MESSAGE"] = $"outputFilePath={messages}";
        foreach (var (name, value) in surroundings)
        {
            call.Environment[name] = value;
        }

        return call;
    }
}

/// <summary>A run of the suite from which nothing can be learnt.</summary>
internal sealed class SuiteException(string message) : Exception(message);
