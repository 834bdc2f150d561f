using PropIQ.LivingDocs.Kills;
using PropIQ.LivingDocs.Messages;
using PropIQ.LivingDocs.Model;

namespace PropIQ.Sabotage.Running;

/// <summary>How a scenario ended in a run, read from its messages.</summary>
/// <param name="Scenario">Its id, title and cases.</param>
/// <param name="Cell">One of <see cref="LivingDocs.Kills.Cell"/>.</param>
/// <param name="Step">The step that failed; empty where none did.</param>
/// <param name="Said">The first line of what the failure said.</param>
internal sealed record ScenarioEnd(MatrixScenario Scenario, char Cell, string Step, string Said)
{
    private const string EdgeTag = "@edge:";
    private const string Outcome = "Outcome";
    private static readonly string[] Bad = ["FAILED", "UNDEFINED", "AMBIGUOUS", "PENDING"];

    /// <summary>The ends of all scenarios that began.</summary>
    public static IReadOnlyDictionary<string, ScenarioEnd> ReadAll(string messages)
    {
        var log = MessageFile.Read(messages, evidence: false);
        var features = Casting.FeaturesOf(log);
        var titles = features.Values.SelectMany(feature => feature.Scenarios).ToDictionary(scenario => scenario.Id, scenario => scenario.Name);
        return Casting.AttemptsOf(log, features).ToDictionary(each => each.Key, each => Of(log, each.Key, titles[each.Key], each.Value));
    }

    private static ScenarioEnd Of(RunLog log, string id, string title, Attempt attempt)
    {
        var pickle = log.Pickles[attempt.TestCase.PickleId];
        string[] cases = [.. pickle.Tags?.Select(tag => tag.Name).Where(tag => tag.StartsWith(EdgeTag, StringComparison.Ordinal)).Select(tag => tag[EdgeTag.Length..]) ?? []];
        var scenario = new MatrixScenario(id, title, cases);
        var outcome = LivingDocs.Model.Outcome.Of(attempt);
        return outcome.Status switch
        {
            Status.Passed => new ScenarioEnd(scenario, LivingDocs.Kills.Cell.Green, "", ""),
            Status.Skipped => new ScenarioEnd(scenario, LivingDocs.Kills.Cell.Skipped, "", ""),
            _ => Failed(scenario, pickle, attempt, outcome.Reason),
        };
    }

    private static ScenarioEnd Failed(MatrixScenario scenario, Pickle pickle, Attempt attempt, string? reason)
    {
        foreach (var step in attempt.TestCase.TestSteps ?? [])
        {
            if (attempt.StepsFinished.GetValueOrDefault(step.Id)?.TestStepResult is { } result && Bad.Contains(result.Status))
            {
                var line = pickle.Steps?.FirstOrDefault(each => each.Id == step.PickleStepId);
                var killed = line?.Type == Outcome && IsAssertion(result);
                return new ScenarioEnd(scenario, killed ? LivingDocs.Kills.Cell.Killed : LivingDocs.Kills.Cell.Red, line?.Text ?? "(a hook)", FirstLine(LivingDocs.Model.Outcome.MessageOf(result)));
            }
        }

        return new ScenarioEnd(scenario, LivingDocs.Kills.Cell.Red, "", FirstLine(reason));
    }

    // What an assertion throws, with or without its namespace. A Then that crashed, timed out or found its tools broken has not judged anything.
    private static bool IsAssertion(StepResult result) =>
        result.Exception?.Type?.Split('.')[^1] is "XunitException" or "AssertionFailedException";

    private static string FirstLine(string? text) => (text ?? "").Split('\n', 2)[0].Trim();
}
