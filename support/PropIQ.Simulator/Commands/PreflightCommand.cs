using System.CommandLine;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Safety;
using PropIQ.Simulator.Targets;

namespace PropIQ.Simulator.Commands;

/// <summary>Goes through the checklist and says how it stands.</summary>
internal sealed class PreflightCommand(RunOptions options, ParseResult parsed, Screen screen)
{
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var given = new Given(options, parsed);
        if (given.Url is { } url)
        {
            return await CheckAsync(given, given.Remote(url), cancellation);
        }

        await using var bundled = await BundledTarget.StartAsync(given.CallTimeout, cancellation);
        return await CheckAsync(given, bundled.Target, cancellation);
    }

    private async Task<int> CheckAsync(Given given, SimulationTarget target, CancellationToken cancellation)
    {
        var entries = await Preflight.AllAsync(given.Order(target), cancellation);
        foreach (var entry in entries)
        {
            await screen.Out.WriteLineAsync($"[{Mark(entry)}] {entry.Check}: {entry.Detail}");
        }

        return Preflight.Good(entries) ? ExitCodes.AsExpected : ExitCodes.Missed;
    }

    private static char Mark(PreflightEntry entry) => entry.Outcome switch { Preflight.Passed => 'x', Preflight.Acknowledged => 'a', _ => ' ' };
}
