using System.CommandLine;
using System.Text.Json;
using PropIQ.Simulator.Load.Reports;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Commands;

/// <summary>Makes one report of several, and prints its summary.</summary>
internal static class ReportCommand
{
    public static Command Create(Screen screen)
    {
        var files = new Argument<string[]>("FILE") { Description = "Reports of runs.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--output") { Description = "Write the merged report there." };
        var junit = new Option<string?>("--junit") { Description = "Write JUnit XML there." };
        var summary = new Option<string?>("--summary") { Description = "Write a Markdown summary there." };
        var command = new Command("report", "Merges reports and prints the summary of all.");
        command.Arguments.Add(files);
        foreach (var option in new[] { output, junit, summary })
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var reports = new List<SimulationReport>();
            var loads = new List<LoadReport>();
            foreach (var path in parsed.GetValue(files)!)
            {
                await ReadAsync(path, reports, loads, cancellation);
            }

            if (loads.Count > 0)
            {
                return reports.Count == 0
                    ? await LoadAsync(LoadMerging.Merge(loads), screen, parsed.GetValue(output), parsed.GetValue(junit), parsed.GetValue(summary))
                    : throw new BadInputException("Reports of loads and of simulations cannot be merged with each other.");
            }

            var merged = Merging.Merge(reports);
            await WriteAsync(parsed.GetValue(output), () => ReportJson.Write(merged), cancellation);
            await WriteAsync(parsed.GetValue(output) is { } report ? ReportPage.Beside(report) : null, () => ReportPage.Write(merged), cancellation);
            await WriteAsync(parsed.GetValue(junit), () => JUnit.Write(merged), cancellation);
            await WriteAsync(parsed.GetValue(summary), () => JobSummary.Write(merged), cancellation);
            await screen.Out.WriteAsync(ConsoleSummary.Write(merged));
            return merged.Run.ExitCode;
        });
        return command;
    }

    private static async Task<int> LoadAsync(LoadReport merged, Screen screen, string? output, string? junit, string? summary)
    {
        await WriteAsync(output, () => LoadJson.Write(merged), CancellationToken.None);
        await WriteAsync(output is null ? null : ReportPage.Beside(output), () => LoadJson.Page(merged), CancellationToken.None);
        await WriteAsync(junit, () => LoadJUnit.Write(merged), CancellationToken.None);
        await WriteAsync(summary, () => LoadSummary.Write(merged), CancellationToken.None);
        await screen.Out.WriteAsync(LoadConsole.Write(merged));
        return merged.Run.ExitCode;
    }

    private static async Task ReadAsync(string path, List<SimulationReport> reports, List<LoadReport> loads, CancellationToken cancellation)
    {
        try
        {
            var text = await File.ReadAllTextAsync(path, cancellation);
            if (LoadJson.Read(text) is { } load)
            {
                loads.Add(load);
            }
            else
            {
                reports.Add(ReportJson.Read(text));
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BadInputException($"{path} is no report: {failure.Message}");
        }
    }

    private static async Task WriteAsync(string? path, Func<string> text, CancellationToken cancellation)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            await File.WriteAllTextAsync(path, text(), cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be written: {failure.Message}");
        }
    }
}
