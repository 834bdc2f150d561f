using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Model;

/// <summary>A scenario and how it was played, if it was.</summary>
public sealed record Played(FeatureSpec Feature, RuleSpec Rule, ScenarioSpec Scenario, RunLog? Log, Attempt? Attempt);

/// <summary>Finds out how each scenario was played: features as they were when they ran, and those in the folder that never did.</summary>
public static class Casting
{
    /// <summary>The features of folder and runs together, and for each scenario its last attempt.</summary>
    public static IReadOnlyList<Played> Of(FeatureFolder folder, IReadOnlyList<RunLog> logs)
    {
        var features = folder.Features.ToDictionary(feature => feature.Path);
        Dictionary<string, (RunLog Log, Attempt Attempt)> attempts = [];
        foreach (var log in logs)
        {
            var ofLog = FeaturesOf(log);
            foreach (var feature in ofLog.Values)
            {
                features[feature.Path] = features.TryGetValue(feature.Path, out var known) ? Joined(feature, known) : feature;
            }

            foreach (var (id, attempt) in AttemptsOf(log, ofLog))
            {
                attempts[id] = (log, attempt);
            }
        }

        return
        [
            .. from feature in features.Values.OrderBy(feature => feature.Path, StringComparer.Ordinal)
               from rule in feature.Rules
               from scenario in rule.Scenarios
               let found = attempts.TryGetValue(scenario.Id, out var attempt) ? attempt : default
               select new Played(feature, rule, scenario, found.Log, found.Attempt),
        ];
    }

    /// <summary>The last attempt at each scenario that a log tells of, by the scenario's id.</summary>
    public static Dictionary<string, Attempt> AttemptsOf(RunLog log, IReadOnlyDictionary<string, FeatureSpec> features)
    {
        var lines = features.Values
            .SelectMany(feature => feature.Scenarios.Select(scenario => (feature.Path, scenario)))
            .ToDictionary(each => (each.Path, each.scenario.Line), each => each.scenario);
        Dictionary<string, Attempt> attempts = [];
        foreach (var attempt in log.Attempts)
        {
            if (log.Pickles.TryGetValue(attempt.TestCase.PickleId, out var pickle) && ScenarioOf(pickle) is { } scenario)
            {
                attempts[scenario.Id] = attempt;
            }
        }

        return attempts;

        // By its line; a writer that changes the text before reading it has other lines, but the same names.
        ScenarioSpec? ScenarioOf(Pickle pickle)
        {
            var path = FeatureFolder.PathOf(pickle.Uri);
            return log.LineOf(pickle) is { } line && lines.TryGetValue((path, line), out var found) && found.Name == pickle.Name
                ? found
                : features.GetValueOrDefault(path)?.Scenarios.FirstOrDefault(scenario => scenario.Name == pickle.Name && !attempts.ContainsKey(scenario.Id));
        }
    }

    /// <summary>The features whose text a log carries, by path.</summary>
    public static Dictionary<string, FeatureSpec> FeaturesOf(RunLog log)
    {
        Dictionary<string, FeatureSpec> features = [];
        foreach (var (uri, text) in log.Sources)
        {
            var path = FeatureFolder.PathOf(uri);
            try
            {
                if (FeatureReader.Read(path, text) is { } feature)
                {
                    features[path] = feature;
                }
            }
            catch (Gherkin.ParserException)
            {
                // A writer whose Gherkin is another than ours: what it ran is shown by what it says of it.
                features[path] = FromPickles(path, log.Pickles.Values.Where(pickle => pickle.Uri == uri));
            }
        }

        return features;
    }

    private static FeatureSpec FromPickles(string path, IEnumerable<Pickle> pickles)
    {
        var names = new Names(path);
        return new FeatureSpec(path, path, null, [], [new RuleSpec("", null, [.. pickles.Select((pickle, at) => new ScenarioSpec(
            names.For(pickle.Name ?? "", []), pickle.Name ?? "", -at, null, null, [], [.. pickle.Tags?.Select(tag => tag.Name.TrimStart('@')) ?? []],
            [.. pickle.Steps?.Select(step => new StepSpec("*", step.Text ?? "", null, null)) ?? []]))])]);
    }

    // What ran is shown as it ran; what the folder has beyond that did not run, and is shown all the same.
    private static FeatureSpec Joined(FeatureSpec ran, FeatureSpec known)
    {
        var ids = ran.Scenarios.Select(scenario => scenario.Id).ToHashSet();
        var rules = ran.Rules.ToList();
        foreach (var rule in known.Rules)
        {
            IReadOnlyList<ScenarioSpec> further = [.. rule.Scenarios.Where(scenario => !ids.Contains(scenario.Id))];
            var at = rules.FindIndex(each => each.Name == rule.Name);
            if (further.Count > 0 && at >= 0)
            {
                rules[at] = rules[at] with { Scenarios = [.. rules[at].Scenarios, .. further] };
            }
            else if (further.Count > 0)
            {
                rules.Add(rule with { Scenarios = further });
            }
        }

        return ran with { Rules = rules };
    }
}
