using System.Globalization;
using System.Text.RegularExpressions;
using PropIQ.LivingDocs.Features;

namespace PropIQ.LivingDocs.Model;

/// <summary>How promises, clauses, plans and sentences stand, given how the scenarios ended.</summary>
internal static partial class Promises
{
    public static IReadOnlyList<Promise> Of(IEnumerable<EdgeCaseSpec> cases, IReadOnlyList<ScenarioView> scenarios)
    {
        var byPromise = Enumerable.Range(0, scenarios.Count)
            .SelectMany(index => scenarios[index].Promises.Select(id => (id, index)))
            .ToLookup(each => each.id, each => each.index);
        var known = cases.ToList();

        // A tag that the catalogue does not know is a promise all the same, only without words.
        var strays = byPromise.Select(group => group.Key).Except(known.Select(each => each.Id)).Order(StringComparer.Ordinal)
            .Select(id => new EdgeCaseSpec { Id = id, Wording = id.Replace('_', ' '), Group = "not in the catalogue", Hurt = "" });
        return
        [
            .. known.Concat(strays).Select(each =>
            {
                int[] indices = [.. byPromise[each.Id]];
                string[] statuses = [.. indices.Select(index => scenarios[index].Status)];
                var status = Status.OfScenarios(statuses);
                return new Promise(
                    each.Id, each.Group, each.Wording, each.Personas, each.Clauses, each.Needs, each.Hurt, each.Severity, status, Note(status, statuses), indices);
            }),
        ];
    }

    public static IReadOnlyList<Clause> Clauses(IReadOnlyDictionary<string, string> clauses, IReadOnlyList<Promise> promises) =>
    [
        .. clauses.Select(clause =>
        {
            var about = promises.Where(promise => promise.Clauses.Contains(clause.Key)).ToList();
            return new Clause(clause.Key, clause.Value, Status.OfPromises([.. about.Select(promise => promise.Status)]), [.. about.Select(promise => promise.Id)]);
        }),
    ];

    public static PlanTableView Plans(PromisesSpec spec, IReadOnlyList<Promise> promises) =>
        new(spec.Plans, [.. spec.PlanProofs.Select(column => new PlanColumn(column.Key, Worst(column.Value, promises), column.Value))]);

    public static IReadOnlyList<Sentence> Sentences(PromisesSpec spec, IReadOnlyList<Promise> promises, IReadOnlyList<ScenarioView> scenarios) =>
    [
        .. spec.Sentences.Select(sentence =>
        {
            var pattern = new Regex(Placeholder().Replace(Regex.Escape(sentence.Text), ".+?"), RegexOptions.CultureInvariant);
            int[] quoting = [.. Enumerable.Range(0, scenarios.Count).Where(index => scenarios[index].Steps.Any(step => pattern.IsMatch(step.Text)))];
            var statuses = quoting.Select(index => scenarios[index].Status).ToList();
            var status = quoting.Length > 0 ? Status.OfScenarios(statuses) : Worst(sentence.Cases, promises);
            return new Sentence(sentence.Text, sentence.When, status, sentence.Cases, quoting);
        }),
    ];

    private static string Worst(IEnumerable<string> ids, IReadOnlyList<Promise> promises) =>
        Status.OfPromises([.. ids.Select(id => promises.FirstOrDefault(promise => promise.Id == id)?.Status ?? Status.NoScenario)]);

    private static string? Note(string status, string[] scenarios)
    {
        var passed = scenarios.Count(each => each == Status.Passed);
        var failed = scenarios.Count(each => each == Status.Failed);
        var words = status switch
        {
            Status.Broken when scenarios.Length > 1 => $"{failed} of {scenarios.Length} scenarios failed",
            Status.NotRun when passed > 0 => $"only {passed} of {scenarios.Length} scenarios ran, and passed",
            Status.NotRun when scenarios.All(each => each == Status.Skipped) => "skipped",
            _ => null,
        };
        return words?.ToString(CultureInfo.InvariantCulture);
    }

    // Regex.Escape has put a backslash before the opening brace.
    [GeneratedRegex(@"\\\{\w+}")]
    private static partial Regex Placeholder();
}
