using PropIQ.LivingDocs.Kills;
using PropIQ.Sabotage.Running;
using Spectre.Console;

namespace PropIQ.Sabotage.Reports;

/// <summary>What the console shows: each trial as it ends, then the table.</summary>
internal sealed class Board(IAnsiConsole console, int planned)
{
    private int done;

    /// <summary>A trial has ended.</summary>
    public void Show(Trial trial)
    {
        var row = MatrixBuilder.RowOf(trial, [], new HashSet<string>());
        console.MarkupLineInterpolated($"[grey]{++done}/{planned}[/] {row.Verdict,-8} {row.Id} [grey]{row.Seconds:0.0} s[/]");
    }

    /// <summary>All of it.</summary>
    public void Show(KillMatrix matrix)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Fault");
        table.AddColumn("Noticed by");
        table.AddColumn(new TableColumn("s").RightAligned());
        foreach (var row in matrix.Faults)
        {
            table.AddRow(Markup.Escape(row.Id), ByWhom(row), $"{row.Seconds:0}");
        }

        console.Write(table);
        console.WriteLine(Judgement.Headline(matrix));
        foreach (var problem in Judgement.Problems(matrix))
        {
            console.MarkupLineInterpolated($"[red]{problem}[/]");
        }
    }

    private static string ByWhom(MatrixRow row)
    {
        var words = row.Proofs.Count > 0 ? string.Join('\n', row.Proofs.Select(proof => $"{proof.Scenario}: {proof.Step}").Distinct()) : row.Verdict;
        var otherwise = row.Otherwise.Count > 0 ? $"\n{row.Otherwise.Count} noticed otherwise" : "";
        var missing = row.Unproven.Count > 0 ? $"\nnot noticed by {string.Join(", ", row.Unproven)}" : "";
        return Markup.Escape(words + otherwise + missing);
    }
}
