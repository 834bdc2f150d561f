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

    /// <summary>Plays a part against a saboteur in a process of its own; the run's files go into a folder of their own.</summary>
    /// <returns>How each scenario ended, by its id.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end.</exception>
    public async Task<IReadOnlyDictionary<string, ScenarioEnd>> PlayAsync(Saboteur saboteur, Part part, string folder, CancellationToken cancellationToken)
    {
        await using var once = await KeptSuite.StartAsync(this, Path.Combine(folder, "process"), cancellationToken);
        return await once.PlayAsync(saboteur, part, folder, cancellationToken);
    }

    /// <summary>Plays all with nothing wrong, and finds out which scenarios can meet which saboteurs.</summary>
    /// <returns>What was found out, and where the messages are.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end, or left nothing.</exception>
    public async Task<(ReachFile Reach, string Messages)> ScoutAsync(string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var found = Path.Combine(folder, "reach.json");
        File.Delete(found);
        var messages = await PlayAsync(
            new Dictionary<string, string?> { [RunTweaks.Variable] = TweaksCalled(ReachFile.Scout), [ReachFile.Variable] = found }, folder, cancellationToken);
        return File.Exists(found) ? (ReachFile.Read(found), messages) : throw new SuiteException($"The scout left nothing; see {folder}.");
    }

    /// <summary>Plays all, or the scenarios and outlines of some titles, in other surroundings; null takes an environment variable away.</summary>
    /// <returns>Where the messages are.</returns>
    /// <exception cref="SuiteException">The run could not be begun, or did not end.</exception>
    public async Task<string> PlayAsync(
        IReadOnlyDictionary<string, string?> surroundings, string folder, CancellationToken cancellationToken, IReadOnlyCollection<string>? titles = null)
    {
        Directory.CreateDirectory(folder);
        var messages = Path.Combine(folder, "messages.ndjson");
        File.Delete(messages);
        using var process = new Process { StartInfo = Call(["--results-directory", folder, "--no-progress", "--no-ansi", .. Only(titles)], messages) };
        foreach (var (name, value) in surroundings)
        {
            process.StartInfo.Environment[name] = value;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Longest);
        process.Start();
        try
        {
            await CopyAsync(process, Path.Combine(folder, "output.txt"), patience.Token);
            await process.WaitForExitAsync(patience.Token);
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

    private static IEnumerable<string> Only(IReadOnlyCollection<string>? titles) => titles?.SelectMany(title => new[] { "--filter-trait", $"Description={title}" }) ?? [];

    /// <summary>How the program asks for tweaks of this one.</summary>
    internal static string TweaksCalled(string name) => $"{typeof(Suite).Assembly.Location};{name}";

    /// <summary>Copies what a program says into a file, until it says nothing any more.</summary>
    internal static async Task CopyAsync(Process process, string file, CancellationToken cancellationToken)
    {
        await using var output = new StreamWriter(file);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteAsync(await errors);
    }

    /// <summary>How the program is started with these arguments.</summary>
    internal ProcessStartInfo Call(IReadOnlyList<string> arguments, string messages)
    {
        var call = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Program, .. arguments])
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
        return call;
    }
}

/// <summary>A run of the suite from which nothing can be learnt.</summary>
internal sealed class SuiteException(string message) : Exception(message);
