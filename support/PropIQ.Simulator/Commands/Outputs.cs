using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Commands;

/// <summary>A run's report and costs.</summary>
internal sealed record FinishedRun(SimulationReport Report, CostBook Costs);

/// <summary>Writes a run's files.</summary>
internal sealed class Outputs(Screen screen, string output, CostTracking tracking)
{
    private readonly OutputFiles files = new(screen);

    /// <summary>Judges a run and makes its report.</summary>
    public static FinishedRun Finish(RunResult result, IReadOnlyList<PreflightEntry> preflight)
    {
        var costs = CostBook.Of(result);
        var alerts = Alerts.Raised(result.Run.Profile.Costs, costs.Variables);
        return new(ReportBuilder.Build(result, Code(result, alerts), preflight, alerts, costs), costs);
    }

    /// <summary>Writes everything; false when something could not be written where it should be.</summary>
    public async Task<bool> WriteAsync(FinishedRun run, string? junit, string? summary)
    {
        var wrote = await WriteAsync(output, ReportJson.Write(run.Report), last: true);
        if (wrote)
        {
            wrote = await WriteAsync(ReportPage.Beside(output), ReportPage.Write(run.Report));
        }

        wrote &= await WriteAsync(Path.Combine(Path.GetDirectoryName(output)!, tracking.LogFile), CostFile.Write(tracking, run.Costs, run.Report));
        if (junit is not null)
        {
            wrote &= await WriteAsync(Path.GetFullPath(junit), JUnit.Write(run.Report));
        }

        if ((summary ?? Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY")) is { Length: > 0 } page)
        {
            wrote &= await WriteAsync(Path.GetFullPath(page), JobSummary.Write(run.Report), append: true);
        }

        return wrote;
    }

    private static int Code(RunResult result, IReadOnlyList<string> alerts) => result.Stop switch
    {
        StopCause.Stopped => ExitCodes.Stopped,
        StopCause.TargetGone => ExitCodes.Unreachable,
        StopCause.Unsafe => ExitCodes.BadInput,
        StopCause.Budget or StopCause.TimeOver => ExitCodes.Missed,
        _ => alerts.Count > 0 || result.Users.Any(user => user.Actions.Any(action => action.Failed)) ? ExitCodes.Missed : ExitCodes.AsExpected,
    };

    private Task<bool> WriteAsync(string path, string text, bool last = false, bool append = false) => files.WriteAsync(path, text, last, append);
}
