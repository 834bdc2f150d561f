using System.Diagnostics;
using System.Globalization;
using PropIQ.Sabotage.Running;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Databases;
using Spectre.Console;

namespace PropIQ.Proof.Running;

/// <summary>What every measurement needs: a folder for its files, a PostgreSQL for its runs, a budget of time.</summary>
internal sealed class Bench(string folder, int seed, TimeSpan budget, IAnsiConsole console, SharedPostgres postgres) : IAsyncDisposable
{
    // A whole run takes seconds on its own, minutes beside others on a loaded machine.
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);
    private readonly long began = Stopwatch.GetTimestamp();

    /// <summary>Where the measurement's files go.</summary>
    public string Folder { get; } = folder;

    /// <summary>The seed of the first run.</summary>
    public int Seed { get; } = seed;

    /// <summary>The PostgreSQL of all runs, password included.</summary>
    public string Postgres => postgres.ConnectionString;

    /// <summary>What is left of the budget; never below zero.</summary>
    public TimeSpan Left => budget - Stopwatch.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>The repository.</summary>
    public string Root { get; } = Above("PropIQ.Acceptance.sln");

    /// <summary>Prepares a measurement.</summary>
    /// <exception cref="SandboxException">There is no PostgreSQL to be had.</exception>
    public static async Task<Bench> SetUpAsync(string folder, int seed, TimeSpan budget, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var whole = Path.GetFullPath(folder);
        Directory.CreateDirectory(whole);
        return new Bench(whole, seed, budget, console, await SharedPostgres.StartAsync(new SandboxOptions { Tweaks = null }, cancellationToken));
    }

    /// <summary>Plays the suite once, or what of it has these titles, and answers how each scenario ended, by its id.</summary>
    /// <param name="name">Names the run's folder.</param>
    /// <param name="seedOffset">Added to the first run's seed.</param>
    /// <param name="variables">What is different about the surroundings; null takes a variable away.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <param name="titles">Titles of scenarios and outlines; null for all.</param>
    /// <exception cref="SuiteException">Nothing can be learnt from the run.</exception>
    public async Task<IReadOnlyDictionary<string, ScenarioEnd>> PlayAsync(
        string name, int seedOffset, IReadOnlyDictionary<string, string?> variables, CancellationToken cancellationToken, IReadOnlyCollection<string>? titles = null)
    {
        var suite = new Suite(Suite.BuiltAlong, Postgres, (Seed + seedOffset).ToString(CultureInfo.InvariantCulture), LongestRun);
        return ScenarioEnd.ReadAll(await suite.PlayAsync(variables, Path.Combine(Folder, name), cancellationToken, titles));
    }

    /// <summary>Says something.</summary>
    public void Say(string line) => console.WriteLine(line);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private static string Above(string file)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, file)))
            {
                return folder.FullName;
            }
        }

        throw new ProofException($"There is no {file} above this program: it measures the repository that it was built in.");
    }
}
