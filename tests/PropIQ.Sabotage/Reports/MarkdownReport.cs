using System.Globalization;
using System.Text;
using PropIQ.LivingDocs.Kills;

namespace PropIQ.Sabotage.Reports;

/// <summary>The matrix in short, for a pipeline's summary page.</summary>
internal static class MarkdownReport
{
    /// <summary>The text.</summary>
    public static string Of(KillMatrix matrix)
    {
        var titles = matrix.Scenarios.ToDictionary(scenario => scenario.Id, scenario => scenario.Name);
        var text = new StringBuilder().Append("## Proof that the suite bites\n\n").Append(Judgement.Headline(matrix)).Append("\n\n");
        foreach (var problem in Judgement.Problems(matrix))
        {
            text.Append("- **").Append(Escaped(problem)).Append("**\n");
        }

        text.Append("\n| Fault | What is wrong | Noticed by | s |\n|---|---|---|--:|\n");
        foreach (var row in matrix.Faults.OrderBy(row => row.Area, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal))
        {
            var by = row.Proofs.Count > 0 ? string.Join("; ", row.Proofs.Select(proof => titles[proof.Scenario]).Distinct()) : row.Verdict;
            text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {Escaped(row.Breaks)} | {Escaped(by)} | {row.Seconds:0} |\n");
        }

        return text.ToString();
    }

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
