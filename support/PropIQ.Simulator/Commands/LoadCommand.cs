using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using PropIQ.Simulator.Load;
using PropIQ.Simulator.Load.Plans;
using PropIQ.Simulator.Load.Reports;
using PropIQ.Simulator.Load.Running;
using PropIQ.Simulator.Load.Users;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Commands;

/// <summary>Many users at once: how fast PropIQ is, and whether it stays right.</summary>
internal sealed class LoadCommand(RunOptions options, LoadOptions load, ParseResult parsed, Screen screen)
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string DefaultOutput = "load_report.json";

    public static Command Create(RunOptions options, Screen screen)
    {
        var load = new LoadOptions();
        var command = new Command("load", "Puts a PropIQ under load with users made of the personas, and reports latencies, throughput, failures and the client's own state.");
        foreach (var option in options.Target.Concat([options.Users, options.Output, options.Seed, options.DryRun, options.JUnit, options.Summary]).Concat(load.All))
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => new LoadCommand(options, load, parsed, screen).RunAsync(cancellation));
        return command;
    }

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var given = new Given(options, parsed);
        foreach (var warning in given.Profile.Warnings)
        {
            await screen.Error.WriteLineAsync(warning.ToString());
        }

        var shard = Shard.From(parsed.GetValue(load.Shard), Environment.GetEnvironmentVariable);
        var plan = LoadPlanner.Make(load.Read(parsed, [.. given.Profile.Users.Select(user => user.Name)]).Over(given.Profile.Load), shard);
        var seed = parsed.GetValue(options.Seed) ?? (shard.Of == 1 ? RandomNumberGenerator.GetInt32(1, 1_000_000) : throw new BadInputException("Shards are parts of one load only with the same chance: give all of them the same --seed."));
        if (parsed.GetValue(options.DryRun))
        {
            await screen.Out.WriteAsync(InWords(plan, given, seed));
            return ExitCodes.AsExpected;
        }

        var safety = new LoadSafety(given, plan, parsed.GetValue(load.MaxRate), LoadOptions.Span(parsed, load.MaxDuration));
        var url = given.Url;
        var preflight = await safety.CheckAsync(url, cancellation);
        using var stop = new RunStop();
        using var signals = new Signals(stop, cancellation);
        if (url is not null)
        {
            return await PlayAsync(given, plan, seed, given.Remote(url), safety.MaxRate, preflight, stop);
        }

        await screen.Out.WriteLineAsync("Starting the bundled PropIQ in a process of its own …");
        try
        {
            await using var bundled = await BundledProcess.StartAsync(given.CallTimeout, stop.Token);
            return await PlayAsync(given, plan, seed, bundled.Target, safety.MaxRate, preflight, stop);
        }
        catch (OperationCanceledException) when (stop.Cause == StopCause.Stopped)
        {
            return ExitCodes.Stopped;
        }
    }

    private async Task<int> PlayAsync(Given given, LoadPlan plan, int seed, SimulationTarget target, double? maxRate, IReadOnlyList<PreflightEntry> preflight, RunStop stop)
    {
        var run = "r" + RandomNumberGenerator.GetString(Alphabet, 7);
        await screen.Out.WriteLineAsync($"{plan.InWords}; against {target.Url.GetLeftPart(UriPartial.Authority)} ({target.Kind}), seed {seed}, run {run}");
        var order = new LoadOrder(plan, given.Profile, given.Users, target, seed, run)
        {
            Stop = stop,
            MostRequestsPerSecond = maxRate,
            Budget = given.Budget,
            Watch = new LoadProgress(screen),
        };
        var report = LoadReportBuilder.Build(await LoadRun.PlayAsync(order), preflight);
        var wrote = await new LoadOutputs(screen).WriteAsync(
            report, parsed.GetResult(options.Output) is { Implicit: false } ? parsed.GetValue(options.Output)! : DefaultOutput, parsed.GetValue(options.JUnit), parsed.GetValue(options.Summary));
        await screen.Out.WriteAsync(LoadConsole.Write(report));
        return wrote || report.Run.ExitCode != ExitCodes.AsExpected ? report.Run.ExitCode : ExitCodes.Missed;
    }

    private static string InWords(LoadPlan plan, Given given, int seed)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine($"{plan.InWords}; against {given.Url?.GetLeftPart(UriPartial.Path) ?? "the bundled PropIQ"}, seed {seed}");
        foreach (var persona in PersonaMix.Of(plan, given.Users, seed).GroupBy(place => place).OrderBy(place => place.Key))
        {
            text.WriteLine($"  {persona.Count()} × {given.Users[persona.Key].Name}, on {given.Users[persona.Key].StartTier}");
        }

        foreach (var threshold in plan.Thresholds)
        {
            text.WriteLine($"  {threshold.Text}{(threshold.AbortOnFail ? ", or the run ends" : "")}");
        }

        return text.ToString();
    }
}
