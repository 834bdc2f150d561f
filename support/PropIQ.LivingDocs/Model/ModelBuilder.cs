using System.Text.Json.Nodes;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Kills;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Model;

/// <summary>What a page is made from.</summary>
public sealed record Material(FeatureFolder Folder, IReadOnlyList<RunLog> Logs, Past Past, DateTimeOffset Now)
{
    /// <summary>What changed since a revision.</summary>
    public (string? Revision, string? Trouble, IReadOnlyList<RuleChange> Rules) Revision { get; init; } = (null, null, []);

    /// <summary>The suite's own revision.</summary>
    public string? Suite { get; init; }

    /// <summary>The simulator's last report.</summary>
    public JsonNode? Simulation { get; init; }

    /// <summary>Which faults, put into PropIQ on purpose, were noticed; parts of one, or several.</summary>
    public IReadOnlyList<KillMatrix> Kills { get; init; } = [];

    /// <summary>The revision of the folder's features, as the matrices name theirs.</summary>
    public string? FeaturesRevision { get; init; }
}

/// <summary>Puts together what the page shows.</summary>
public static class ModelBuilder
{
    /// <summary>The whole model; the scenarios' evidence goes into the store.</summary>
    public static PageModel Build(Material material, EvidenceStore evidence)
    {
        var played = Casting.Of(material.Folder, material.Logs);
        var failedHook = material.Logs.SelectMany(log => log.FailedRunHooks).Select(hook => hook.Result.Message).FirstOrDefault();
        var begun = material.Logs.SelectMany(log => log.Sources.Keys).Select(FeatureFolder.PathOf).ToHashSet();
        IReadOnlyList<ScenarioView> scenarios =
            [.. played.Select(each => ScenarioViews.Of(each, material.Past, evidence, WhyNot(each, failedHook, begun)))];
        var promises = Bites.Proven(Promises.Of(material.Folder.Cases, scenarios), material.Kills, scenarios);
        var index = Enumerable.Range(0, scenarios.Count).ToDictionary(at => scenarios[at].Id);
        return new PageModel(
            Facts(material, scenarios, evidence),
            new Totals(Count(promises.Select(promise => promise.Status)), Count(scenarios.Select(scenario => scenario.Status))),
            promises,
            Promises.Clauses(material.Folder.Clauses, promises),
            [.. played.Select(each => each.Feature).Distinct().Select(feature => new FeatureView(feature.Path, feature.Name, feature.Description,
                [.. feature.Rules.Select(rule => new RuleView(rule.Name, rule.Description, [.. rule.Scenarios.Select(scenario => index[scenario.Id])]))]))],
            scenarios,
            Promises.Plans(material.Folder.Promises, promises),
            material.Folder.Promises.Personas,
            Promises.Sentences(material.Folder.Promises, promises, scenarios),
            new SinceLastTime(Past.Definitions, material.Past.Runs, material.Revision.Revision, material.Revision.Trouble, material.Revision.Rules),
            StepsOf(material.Logs, scenarios),
            material.Folder.Promises.NotChecked,
            material.Folder.Pages,
            material.Simulation)
        {
            Bite = Bites.Of(material.Kills, material.FeaturesRevision),
        };
    }

    private static RunFacts Facts(Material material, IReadOnlyList<ScenarioView> scenarios, EvidenceStore evidence)
    {
        var ends = scenarios.Where(scenario => scenario.StartedAt is not null).Select(scenario => scenario.StartedAt!.Value.AddMilliseconds(scenario.Milliseconds));
        var tool = material.Logs.Select(log => log.Meta?.Implementation).OfType<Product>().FirstOrDefault();
        return new RunFacts(
            material.Logs.Min(log => log.StartedAt),
            material.Logs.Max(log => log.Finished?.Timestamp?.At) ?? ends.Cast<DateTimeOffset?>().DefaultIfEmpty().Max(),
            material.Now,
            material.Logs.Count > 0 && material.Logs.All(log => log.Finished is not null),
            (string?)evidence.Run["target"],
            (string?)evidence.Run["url"],
            Names(evidence.Run["capabilities"]),
            Names(evidence.Run["missing"]),
            (string?)evidence.Run["build"] is { } build ? $"{build}{(material.Suite is { } suite ? $" (suite {suite})" : "")}" : material.Suite,
            evidence.Run["seed"]?.ToString(),
            tool is null ? null : $"{tool.Name} {tool.Version}",
            [.. Troubles(material, scenarios, evidence)]);
    }

    private static IReadOnlyList<string> Names(JsonNode? list) => list is JsonArray names ? [.. names.Select(name => (string?)name ?? "")] : [];

    private static IEnumerable<Trouble> Troubles(Material material, IReadOnlyList<ScenarioView> scenarios, EvidenceStore evidence)
    {
        foreach (var log in material.Logs)
        {
            foreach (var (hook, result) in log.FailedRunHooks)
            {
                var name = hook?.SourceReference?.JavaMethod?.MethodName?.Split('(')[0];
                yield return new Trouble($"A preparation or clean-up failed{(name is null ? "" : $" ({name})")}: what depends on it did not run.", result.Message);
            }

            if (log.Finished is null)
            {
                yield return new Trouble("The run was cut off before its end. What it had not begun is shown as not run.", null);
            }
            else if (log.Finished is { Success: false, Message: { Length: > 0 } message }
                && log.FailedRunHooks.Count == 0 && scenarios.All(scenario => scenario.Reason != message))
            {
                yield return new Trouble("The run as a whole reported an error.", message);
            }

            if (log.UnreadableLines > (log.Finished is null ? 1 : 0))
            {
                yield return new Trouble($"{log.UnreadableLines} lines of the messages could not be read.", null);
            }
        }

        foreach (var unreadable in material.Folder.Unreadable)
        {
            yield return new Trouble("A file beside the features could not be read.", unreadable);
        }

        if (evidence.LeftOut > 0)
        {
            yield return new Trouble($"The evidence of {evidence.LeftOut} scenarios was left out to keep this page small; the message files have it.", null);
        }
    }

    private static string? WhyNot(Played played, string? failedHook, HashSet<string> begun) =>
        played.Attempt is null && failedHook is not null && begun.Contains(played.Feature.Path)
            ? $"Its feature was begun, and this did not run. A preparation failed: {failedHook}"
            : null;

    private static StepUse StepsOf(IReadOnlyList<RunLog> logs, IReadOnlyList<ScenarioView> scenarios)
    {
        var used = logs.SelectMany(log => log.Attempts.SelectMany(attempt => attempt.TestCase.TestSteps ?? [])
            .SelectMany(step => step.StepDefinitionIds ?? []).Select(id => (log, id))).ToHashSet();
        var unused = logs.SelectMany(log => log.StepDefinitions.Where(definition => !used.Contains((log, definition.Id))).Select(View)).ToHashSet();
        unused.ExceptWith(logs.SelectMany(log => log.StepDefinitions.Where(definition => used.Contains((log, definition.Id))).Select(View)));
        var undefined = from at in Enumerable.Range(0, scenarios.Count)
                        from step in scenarios[at].Steps
                        where step.Status == Status.Undefined
                        select new UndefinedStep($"{step.Keyword} {step.Text}", at);
        return new StepUse(
            [.. unused.OrderBy(binding => binding.Expression, StringComparer.Ordinal)],
            [.. undefined],
            scenarios.All(scenario => scenario.Status != Status.NotRun));
    }

    private static BindingView View(StepDefinition definition) => new(
        definition.Pattern?.Source ?? "", $"{definition.SourceReference?.JavaMethod?.ClassName}.{definition.SourceReference?.JavaMethod?.MethodName}".Trim('.'));

    private static Dictionary<string, int> Count(IEnumerable<string> statuses) => statuses.CountBy(status => status).ToDictionary();
}
