using System.Globalization;

namespace PropIQ.Simulator.Reports;

/// <summary>The summary as the guide prints it, and below it what needs somebody's attention.</summary>
internal static class ConsoleSummary
{
    private static readonly string Line = new('=', 80);

    public static string Write(SimulationReport report)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(Line);
        text.WriteLine("PROPIQ POWER USER SIMULATION - RESULTS SUMMARY");
        text.WriteLine(Line);
        foreach (var user in report.UserResults)
        {
            text.WriteLine();
            text.WriteLine($"{user.Name}:");
            text.WriteLine($"  Duration: {user.DurationSeconds.ToString("0.0", CultureInfo.InvariantCulture)}s");
            text.WriteLine($"  Actions: {user.ActionsCompleted} completed, {user.ActionsFailed} failed{(user.ActionsSkipped > 0 ? $", {user.ActionsSkipped} skipped" : "")}");
            text.WriteLine($"  Success Rate: {user.SuccessRate}");
            text.WriteLine($"  Edge Cases: {user.EdgeCases.Count}");
            text.WriteLine($"  Conversion: {(user.Conversion ? "✅ Yes" : "❌ No")}");
            text.WriteLine($"  Cost: {user.CostUsd}");
        }

        var summary = report.SimulationSummary;
        text.WriteLine();
        text.WriteLine(Line);
        text.WriteLine("TOTALS:");
        text.WriteLine($"  Total Cost: {report.CostAnalysis.TotalCostUsd}");
        text.WriteLine($"  Total Actions: {summary.TotalActionsCompleted + summary.TotalActionsFailed}");
        text.WriteLine($"  Conversions: {summary.ConversionsAchieved}/{summary.TotalUsers} ({summary.ConversionRate})");
        text.WriteLine(Line);
        Attention(text, report);
        return text.ToString();
    }

    private static void Attention(StringWriter text, SimulationReport report)
    {
        if (report.Run.Incomplete)
        {
            text.WriteLine($"INCOMPLETE: {report.Run.IncompleteReason}");
        }

        foreach (var alert in report.Alerts)
        {
            text.WriteLine($"ALERT: {alert}");
        }

        foreach (var note in report.UserResults.SelectMany(user => user.Notes.Select(note => $"{user.Name}: {note}")))
        {
            text.WriteLine($"NOTE: {note}");
        }

        foreach (var error in report.ErrorsEncountered)
        {
            text.WriteLine($"FAILED: {error.User}, action {error.Number} {error.Action}: {error.Error}{(error.ContractNote is { } note ? $" {note}" : "")}");
        }

        // Of a run that broke off it is no news.
        foreach (var user in report.UserResults.Where(user => !report.Run.Incomplete && user.EdgeCasesDeclaredNotObserved.Count > 0))
        {
            text.WriteLine($"NOT OBSERVED: {user.Name} declares {string.Join(", ", user.EdgeCasesDeclaredNotObserved)}");
        }
    }
}
