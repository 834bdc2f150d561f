using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PropIQ.Proof.Mutants;

/// <summary>The last known result of every shard: a JSON file, and the same for people.</summary>
internal static class MutantsPage
{
    private static readonly JsonSerializerOptions Style = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, IgnoreReadOnlyProperties = true };

    /// <summary>Puts results in the place of older ones of the same shards; the reasons are today's for all of them.</summary>
    public static async Task WriteAsync(string jsonFile, IReadOnlyList<Shard> shards, IReadOnlyList<ShardResult> results, IReadOnlyList<Excuse> excuses)
    {
        var older = File.Exists(jsonFile) ? JsonSerializer.Deserialize<List<ShardResult>>(await File.ReadAllTextAsync(jsonFile), Style)! : [];
        List<ShardResult> all = [.. shards.Select(shard => results.Concat(older).FirstOrDefault(result => result.Shard == shard.Name)).OfType<ShardResult>().Select(result => result.Explained(excuses))];
        await File.WriteAllTextAsync(jsonFile, JsonSerializer.Serialize(all, Style) + "\n");
        await File.WriteAllTextAsync(Path.ChangeExtension(jsonFile, ".md"), Markdown(shards, all));
    }

    /// <summary>The page.</summary>
    public static string Markdown(IReadOnlyList<Shard> shards, IReadOnlyList<ShardResult> results)
    {
        var page = new StringBuilder();
        page.Append("""
            # Mutants

            Stryker.NET changes one thing in the code at a time; the tests must notice. "By the suite" is the acceptance suite alone, over HTTP:
            not one unit test helps. Written by `dotnet run --project tests/PropIQ.Proof -- mutants --record`; which tests must notice what
            stands in `tests/PropIQ.Proof/Mutants/shards.yaml`, why a survivor may live in `survivors.yaml` beside it. Not mutated, because no clause of the contract speaks of it:
            the words that are our own (`Wording` in the reference API), how much is remembered (`Memory`), how a PDF is drawn
            (`Analyses/Exports/Pdf`), what Stripe calls things in which API version (`Subscriptions/Stripe`). On a busy machine
            a test may fail by itself, and a mutant pass for killed: `--confirm` tries each killed one once more.

            | shard | noticed by | mutants | killed | timed out | survived | of these equivalent | without a reason | score | measured |
            |---|---|---|---|---|---|---|---|---|---|

            """);
        foreach (var shard in shards)
        {
            page.Append(results.FirstOrDefault(result => result.Shard == shard.Name) is { } result
                ? Invariant($"| {shard.Name} | {Judge(result)} | {result.Tried} | {result.Killed} | {result.TimedOut} | {result.Survivors.Count} | {result.Survivors.Count(one => one.Equivalent)} | {result.Survivors.Count(one => one.Why is null)} | {result.Score:0.0} % | {result.Measured:yyyy-MM-dd}, {result.Revision}, Stryker.NET {result.Stryker}, {result.Minutes} min |\n")
                : Invariant($"| {shard.Name} | {(shard.BySuite ? "the suite" : "its own tests")} | | | | | | | not measured | |\n"));
        }

        foreach (var kind in results.GroupBy(result => result.Kind))
        {
            var (noticed, tried) = (kind.Sum(result => result.Killed + result.TimedOut), kind.Sum(result => result.Tried));
            var different = tried - kind.Sum(result => result.Survivors.Count(survivor => survivor.Equivalent));
            page.Append(Invariant($"\nTogether, {kind.Key}: {noticed} of {tried}, {ShardResult.ScoreOf(kind):0.0} %; of the {different} that are not equivalent, {100.0 * noticed / Math.Max(1, different):0.0} %.\n"));
        }

        foreach (var result in results.Where(result => result.Survivors.Count > 0))
        {
            page.Append(Invariant($"\n## Survivors: {result.Shard}\n\n"));
            foreach (var survivor in result.Survivors)
            {
                page.Append(Invariant($"- `{Path.GetFileName(survivor.File)}:{survivor.Line}` `{Code(survivor.Source)}` → `{Code(survivor.Replacement)}` ({survivor.Kind}): {Reason(survivor)}\n"));
            }
        }

        return page.ToString();
    }

    private static string Judge(ShardResult result) => result.BySuite ? "the suite" : "its own tests";

    private static string Reason(Survivor survivor) => survivor.Why is null ? "**no reason given**" : (survivor.Equivalent ? "equivalent: " : "") + survivor.Why;

    private static string Code(string text) => (text.Length > 120 ? text[..120] + "…" : text).Replace('`', '\'').Replace("|", "\\|");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
