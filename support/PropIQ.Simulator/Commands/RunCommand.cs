using System.CommandLine;
using System.Security.Cryptography;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Safety;
using PropIQ.Simulator.Targets;
using PropIQ.Simulator.Telemetry;

namespace PropIQ.Simulator.Commands;

/// <summary>The default: a run, its reports, its exit code.</summary>
internal sealed class RunCommand(RunOptions options, ParseResult parsed, Screen screen)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var given = new Given(options, parsed);
        foreach (var warning in given.Profile.Warnings)
        {
            await screen.Error.WriteLineAsync(warning.ToString());
        }

        var settings = Settings(given);
        var users = given.Users;
        if (parsed.GetValue(options.DryRun))
        {
            await screen.Out.WriteAsync(DryRun.Write(given.Profile, users, settings, given.Url));
            return ExitCodes.AsExpected;
        }

        var url = given.Url;
        var preflight = Preflight.Always(given.Profile, given.Domains, given.Budget);
        if (url is { IsLoopback: false })
        {
            preflight = given.OwnsTarget
                ? await Preflight.AllAsync(given.Order(given.Remote(url)), cancellation)
                : throw new BadInputException($"{url.GetLeftPart(UriPartial.Authority)} is outside this machine. If it is yours, say so (--i-own-this-target) and see to \"propiq-sim preflight\".");
        }

        if (!Preflight.Good(preflight))
        {
            throw new BadInputException("This run is refused:" + string.Concat(preflight.Where(entry => entry.Outcome == Preflight.Failed).Select(entry => $"{Environment.NewLine}  {entry.Check}: {entry.Detail}")));
        }

        using var stop = new RunStop();
        using var signals = new Signals(stop, cancellation);
        if (url is not null)
        {
            await using var around = await Surroundings.AroundAsync(given.Remote(url), given.File, stop.Token);
            return await PlayAsync(given, settings, users, around.Target, preflight, stop);
        }

        await screen.Out.WriteLineAsync("Starting the bundled PropIQ …");
        try
        {
            await using var bundled = await BundledTarget.StartAsync(given.CallTimeout, stop.Token);
            return await PlayAsync(given, settings, users, bundled.Target, preflight, stop);
        }
        catch (OperationCanceledException) when (stop.Cause == StopCause.Stopped)
        {
            return ExitCodes.Stopped;
        }
    }

    private async Task<int> PlayAsync(
        Given given, RunSettings settings, IReadOnlyList<ProfileFormat.UserProfile> users, SimulationTarget target, IReadOnlyList<PreflightEntry> preflight, RunStop stop)
    {
        var output = Path.GetFullPath(parsed.GetValue(options.Output)!);
        var folder = Path.GetDirectoryName(output)!;
        TryCreate(folder);
        using var log = SimulationLog.Open(parsed.GetValue(options.Log) ?? Path.Combine(folder, "simulation.log"), given.Profile.Config.Summary, TimeProvider.System);
        using var rows = AnalysisRows.Open(Path.Combine(folder, "analyses.jsonl"));
        using var traces = Spans.Export();
        await screen.Out.WriteLineAsync($"{users.Count} users against {target.Url.GetLeftPart(UriPartial.Authority)} ({target.Kind}), seed {settings.Seed}, run {settings.RunId}");
        var meters = new RunContext(target, given.Profile, settings, log, TimeProvider.System) { Analyses = rows, Stop = stop };
        await using var progress = Progress.For(screen, meters, users.Count);
        var result = await SimulationRun.PlayAsync(meters with { Watch = progress }, users);
        await progress.DisposeAsync();

        var finished = Outputs.Finish(result, preflight);
        var wrote = await new Outputs(screen, output, given.Profile.Costs).WriteAsync(finished, parsed.GetValue(options.JUnit), parsed.GetValue(options.Summary));
        await screen.Out.WriteAsync(ConsoleSummary.Write(finished.Report));
        return wrote || finished.Report.Run.ExitCode != ExitCodes.AsExpected ? finished.Report.Run.ExitCode : ExitCodes.Missed;
    }

    private RunSettings Settings(Given given)
    {
        var (fast, slow) = (parsed.GetValue(options.MaxSpeed), parsed.GetValue(options.RealTime));
        var (chaos, chaosOnly) = (parsed.GetValue(options.Chaos), parsed.GetValue(options.ChaosOnly));
        return new RunSettings
        {
            Seed = parsed.GetValue(options.Seed) ?? RandomNumberGenerator.GetInt32(1, 1_000_000),
            RunId = "r" + RandomNumberGenerator.GetString(Alphabet, 7),
            MaxSpeed = fast && slow ? throw new BadInputException("--max-speed and --real-time contradict each other: give one.") : fast || (!slow && given.Profile.Config.MaxSpeed),
            Parallel = !parsed.GetValue(options.Sequential) && given.Profile.Order.Parallel,
            Sessions = !chaosOnly,
            Chaos = chaos || chaosOnly,
            Budget = given.Budget,
        };
    }

    private static void TryCreate(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"The report's folder cannot be made: {failure.Message}");
        }
    }
}
