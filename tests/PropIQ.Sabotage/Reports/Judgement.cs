using PropIQ.LivingDocs.Kills;

namespace PropIQ.Sabotage.Reports;

/// <summary>What a matrix comes to: the sentence for its reader, and what is wrong with it.</summary>
internal static class Judgement
{
    /// <summary>How many faults were noticed.</summary>
    public static string Headline(KillMatrix matrix)
    {
        var faults = matrix.Faults.Where(row => row.Cases.Count > 0).ToList();
        var killed = faults.Count(row => row.Verdict == Verdict.Killed);
        return $"{killed} of {faults.Count} faults turned the suite red for the right reason ({matrix.Mode}, {matrix.Seconds:0} s)"
            + (matrix.IsWhole ? "." : "; not all faults of the catalogue were tried.");
    }

    /// <summary>Why the run is no success, a sentence each; none when it is one.</summary>
    public static IReadOnlyList<string> Problems(KillMatrix matrix) =>
    [
        .. from row in matrix.Faults
           let problem = ProblemOf(row)
           where problem is not null
           select problem,
    ];

    private static string? ProblemOf(MatrixRow row) => row switch
    {
        { Verdict: Verdict.Survived } => $"{row.Id} survived: no Then of {string.Join(", ", row.Unproven)} noticed. Write one, or say in the catalogue why it may survive.",
        { Verdict: Verdict.Unknown } => $"{row.Id}: nothing was found out. {row.Reason}",
        { Verdict: Verdict.Killed, Cases.Count: 0 } => $"{row.Id} turned something red although it breaks nothing: the suite raises false alarms.",
        { Verdict: Verdict.Killed, Reason: not null } => $"{row.Id} is listed as one that may survive, but is noticed: strike its reason.",
        _ => null,
    };
}
