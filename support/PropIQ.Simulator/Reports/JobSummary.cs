using System.Globalization;

namespace PropIQ.Simulator.Reports;

/// <summary>The run as Markdown, for a job's page.</summary>
internal static class JobSummary
{
    public static string Write(SimulationReport report)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var summary = report.SimulationSummary;
        text.WriteLine("## PropIQ power users");
        text.WriteLine();
        text.WriteLine($"{summary.TotalActionsCompleted} actions as expected, {summary.TotalActionsFailed} not, {summary.TotalActionsSkipped} skipped. "
            + $"Conversions {summary.ConversionsAchieved}/{summary.TotalUsers} ({summary.ConversionRate}). Cost {report.CostAnalysis.TotalCostUsd}, Stripe fees {report.CostAnalysis.StripeFeesUsd}. "
            + $"Edge cases observed: {summary.TotalEdgeCasesTriggered}.");
        text.WriteLine();
        if (report.Run.Incomplete)
        {
            text.WriteLine($"**Incomplete:** {Cell(report.Run.IncompleteReason ?? "")}");
            text.WriteLine();
        }

        text.WriteLine("| User | Completed | Failed | Skipped | Edge cases | Converted | Cost |");
        text.WriteLine("|---|---:|---:|---:|---:|---|---:|");
        foreach (var user in report.UserResults)
        {
            text.WriteLine($"| {Cell(user.Name)} | {user.ActionsCompleted} | {user.ActionsFailed} | {user.ActionsSkipped} | {user.EdgeCases.Count} | {user.ConvertedTo ?? "no"} | {user.CostUsd} |");
        }

        if (report.ErrorsEncountered.Count + report.Alerts.Count > 0)
        {
            text.WriteLine();
            text.WriteLine("| User | Action | What did not hold |");
            text.WriteLine("|---|---|---|");
            foreach (var error in report.ErrorsEncountered)
            {
                text.WriteLine($"| {Cell(error.User)} | {error.Number} {Cell(error.Action)} | {Cell(error.Error)} {Cell(error.ContractNote ?? "")} |");
            }

            foreach (var alert in report.Alerts)
            {
                text.WriteLine($"| | alert | {Cell(alert)} |");
            }
        }

        return text.ToString();
    }

    internal static string Cell(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace('\n', ' ');
}
