using PropIQ.LivingDocs.Kills;

namespace PropIQ.LivingDocs.Model;

/// <summary>
/// The proof that promises' scenarios can fail: what came of the faults that were put into PropIQ on purpose. <c>IsStale</c>: the
/// features have changed since.
/// </summary>
public sealed record Bite(DateTimeOffset WrittenAt, string Mode, bool IsStale, bool IsWhole, int Faults, int Noticed, IReadOnlyList<string> Survivors)
{
    /// <summary>All in one sentence.</summary>
    public string Summary =>
        $"{Noticed} of {Faults} faults put into PropIQ on purpose turned the suite red for the right reason"
        + (IsWhole ? "" : " (not all faults of the catalogue were tried)")
        + (IsStale ? ". The features have changed since: this is out of date" : "")
        + ".";
}

/// <summary>
/// A fault that broke a promise. <c>Scenario</c> is the place of a scenario that noticed, by <c>Step</c>; null where none did, or
/// where it is gone since.
/// </summary>
public sealed record ProofView(string Fault, string Breaks, string Verdict, int? Scenario, string? Step);

/// <summary>Brings kill matrices and promises together.</summary>
internal static class Bites
{
    /// <summary>What all matrices together come to; null without any. Of a fault that is in several the newest counts.</summary>
    public static Bite? Of(IReadOnlyList<KillMatrix> matrices, string? revision)
    {
        if (matrices.Count == 0)
        {
            return null;
        }

        var faults = Rows(matrices).Where(row => row.Cases.Count > 0).ToList();
        return new Bite(
            matrices.Max(matrix => matrix.WrittenAt),
            string.Join(", ", matrices.Select(matrix => matrix.Mode).Distinct()),
            matrices.Any(matrix => matrix.Features != revision),
            matrices.Count > 1 || matrices.All(matrix => matrix.IsWhole),
            faults.Count,
            faults.Count(row => row.Verdict == Verdict.Killed),
            [.. faults.Where(row => row.Verdict is Verdict.Survived or Verdict.Allowed).Select(row => row.Id)]);
    }

    /// <summary>The promises with their proofs.</summary>
    public static IReadOnlyList<Promise> Proven(IReadOnlyList<Promise> promises, IReadOnlyList<KillMatrix> matrices, IReadOnlyList<ScenarioView> scenarios)
    {
        var rows = Rows(matrices);
        var places = Enumerable.Range(0, scenarios.Count).ToDictionary(at => scenarios[at].Id);
        return [.. promises.Select(promise => promise with { Proofs = [.. rows.Where(row => row.Cases.Contains(promise.Id)).Select(row => ProofOf(row, promise.Id))] })];

        ProofView ProofOf(MatrixRow row, string id)
        {
            var proof = row.Proofs.FirstOrDefault(each => each.Case == id);
            var verdict = proof is not null ? Verdict.Killed : row.Verdict == Verdict.Killed ? Verdict.Survived : row.Verdict;
            return new ProofView(row.Id, row.Breaks, verdict, proof is not null && places.TryGetValue(proof.Scenario, out var at) ? at : null, proof?.Step);
        }
    }

    private static List<MatrixRow> Rows(IReadOnlyList<KillMatrix> matrices) =>
        [.. matrices.OrderByDescending(matrix => matrix.WrittenAt).SelectMany(matrix => matrix.Faults).DistinctBy(row => row.Id)];
}
