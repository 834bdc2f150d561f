using System.CommandLine;
using PropIQ.Sandbox.Builds;
using PropIQ.Sandbox.EnvironmentFiles;
using PropIQ.Sandbox.Standing;
using PropIQ.Sandbox.Suites;

namespace PropIQ.Sandbox.Commands;

/// <summary>Gives a PropIQ build everything around it, runs a suite against it, and takes all of it down again.</summary>
internal sealed class RunCommand(RunOrder order, Suite suite, Screen screen, StopSignals signals)
{
    /// <param name="screen">Where people read.</param>
    /// <param name="build">What stood after the first "--": it starts PropIQ.</param>
    public static Command Create(Screen screen, string[]? build)
    {
        var options = new RunOptions();
        var command = new Command("run", "Runs \"run … -- <command>\": everything around it, PropIQ by that command, then the suite. Further options are the suite's, such as --filter-trait.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        foreach (var option in options.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            var order = RunOrder.Of(options, parsed, build);
            using var signals = new StopSignals(cancellationToken);
            var suite = await RunOrder.SuiteAsync(options, parsed, screen, signals.Token);
            return await new RunCommand(order, suite, screen, signals).RunAsync();
        });
        return command;
    }

    private async Task<int> RunAsync()
    {
        using var health = new HealthCheck(order.Health, order.UpWithin);
        if (await health.AnybodyAnswersAsync(signals.Token))
        {
            throw new BadInputException($"Somebody answers at {order.Health} already: stop it, or have PropIQ listen elsewhere, or the suite might judge the wrong one.");
        }

        await using var sandbox = await StandingSandbox.StartAsync(new SandboxOptions(), order.Webhook, signals.Token);
        var environment = Started(sandbox);
        var log = new BuildLog(order.Log, Concealment.SecretsIn(environment));
        await using var build = new RunningBuild(order.Build, environment, health, log, sandbox.Links);
        await screen.Out.WriteLineAsync($"Starting PropIQ: {string.Join(' ', order.Build)} (it prints to {log.Path})");
        await build.StartAsync(signals.Token);
        await sandbox.OpenDirectorAsync(build, signals.Stop, signals.Token);
        await using var told = order.EnvironmentFile is { } path
            ? await Announcement.MakeAsync(path, EnvironmentFormat.Dotenv, sandbox.Variables, screen, signals.Token)
            : null;
        var hasTesting = await TestingInterface.IsThereAsync(order.BaseUrl, order.Wire, sandbox.Environment.TestingSecret, signals.Token);
        await screen.Out.WriteLineAsync($"PropIQ is healthy{(hasTesting ? "" : ", and has no testing interface")}. Running the suite against {order.BaseUrl}");
        var code = await suite.RunAsync(order.ForSuite(sandbox.Environment, hasTesting, sandbox.DirectorVariables), signals.Token);
        if (build.DiedWith is { } died)
        {
            await screen.Error.WriteLineAsync($"PropIQ did not live to see the end: it exited with {died}. {log.Tail()}");
        }
        else if (code != ExitCodes.Done)
        {
            await screen.Error.WriteLineAsync($"The suite answered {code}. What PropIQ printed is in {log.Path}");
        }

        return code;
    }

    // Where to listen is the build's own business; one that asks is told.
    private Dictionary<string, string> Started(StandingSandbox sandbox) =>
        new(sandbox.Environment.ToPortableVariables()) { ["PROPIQ_URL"] = order.Health.GetLeftPart(UriPartial.Authority) };
}
