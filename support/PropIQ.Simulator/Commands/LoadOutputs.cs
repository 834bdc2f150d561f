using PropIQ.Simulator.Load.Reports;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Commands;

/// <summary>Writes a load's files: the report, the page beside it, and what else is asked for.</summary>
internal sealed class LoadOutputs(Screen screen)
{
    private readonly OutputFiles files = new(screen);

    /// <summary>Writes everything; false when something could not be written where it should be.</summary>
    public async Task<bool> WriteAsync(LoadReport report, string output, string? junit, string? summary)
    {
        var path = Path.GetFullPath(output);
        var wrote = await files.WriteAsync(path, LoadJson.Write(report), last: true);
        if (wrote)
        {
            wrote = await files.WriteAsync(ReportPage.Beside(path), LoadJson.Page(report));
        }

        if (junit is not null)
        {
            wrote &= await files.WriteAsync(Path.GetFullPath(junit), LoadJUnit.Write(report));
        }

        if ((summary ?? Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY")) is { Length: > 0 } page)
        {
            wrote &= await files.WriteAsync(Path.GetFullPath(page), LoadSummary.Write(report), append: true);
        }

        return wrote;
    }
}
