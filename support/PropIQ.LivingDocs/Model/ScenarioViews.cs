using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Model;

/// <summary>Makes the page's view of a scenario out of its words and its attempt.</summary>
internal static class ScenarioViews
{
    private const string EdgeTag = "edge:";
    private const string PersonaTag = "persona:";
    private const string NeedsTag = "needs:";

    public static ScenarioView Of(Played played, Past past, EvidenceStore evidence, string? prepareFailure)
    {
        var (feature, rule, scenario, _, attempt) = played;
        var outcome = Outcome.Of(attempt);
        var left = attempt is null ? null : evidence.Add(attempt);
        return new ScenarioView(
            scenario.Id,
            scenario.Name,
            feature.Path,
            rule.Name,
            scenario.Line,
            scenario.Description,
            scenario.Outline,
            scenario.Row,
            [.. Tagged(scenario, EdgeTag).Distinct()],
            [.. Tagged(scenario, PersonaTag).Distinct()],
            [.. Tagged(scenario, NeedsTag).Distinct()],
            outcome.Status,
            outcome.Reason ?? prepareFailure,
            outcome.Capability,
            attempt is { StartedAt: { } from, FinishedAt: { } to } ? Math.Round((to - from).TotalMilliseconds, 1) : 0,
            attempt?.StartedAt,
            attempt is null ? [.. scenario.Steps.Select(step => Step(step, null, null, null))] : Steps(scenario, played.Log!, attempt),
            past.Labels(scenario.Id, outcome.Status),
            past.Of(scenario.Id),
            left?.Repeat,
            left?.Id);
    }

    private static IReadOnlyList<StepView> Steps(ScenarioSpec scenario, RunLog log, Attempt attempt)
    {
        List<StepView> steps = [];
        var next = 0;
        foreach (var step in attempt.TestCase.TestSteps ?? [])
        {
            var finished = attempt.StepsFinished.GetValueOrDefault(step.Id);
            if (step.PickleStepId is null)
            {
                // A preparation or clean-up is the reader's business only when it went wrong.
                if (finished?.TestStepResult is { } result && (Outcome.StepStatus(result) == Status.Failed || !string.IsNullOrEmpty(result.Message)))
                {
                    steps.Add(Hook(log.Hooks.GetValueOrDefault(step.HookId ?? ""), step, attempt, result));
                }
            }
            else if (next < scenario.Steps.Count)
            {
                steps.Add(Step(scenario.Steps[next++], finished, StartOf(attempt, step), attempt));
            }
        }

        return steps;
    }

    private static StepView Step(StepSpec step, StepFinished? finished, DateTimeOffset? began, Attempt? attempt)
    {
        var result = finished?.TestStepResult;
        var status = Outcome.StepStatus(result);
        return new StepView(
            step.Keyword, step.Text, step.Table, step.DocString, status, Rounded(result), Offset(attempt, began), Offset(attempt, finished?.Timestamp?.At),
            status is Status.Passed || result is null ? null : Outcome.MessageOf(result), status == Status.Failed ? result?.Exception?.StackTrace : null, null);
    }

    private static StepView Hook(Hook? hook, TestStep step, Attempt attempt, StepResult result)
    {
        var method = hook?.SourceReference?.JavaMethod;
        return new StepView(
            "", hook?.Name is { Length: > 0 } name ? name : method?.MethodName?.Split('(')[0] ?? "a hook", null, null, Outcome.StepStatus(result), Rounded(result),
            Offset(attempt, StartOf(attempt, step)), Offset(attempt, attempt.StepsFinished[step.Id].Timestamp?.At), Outcome.MessageOf(result),
            result.Exception?.StackTrace, method?.ClassName ?? "hook");
    }

    private static double Rounded(StepResult? result) => Math.Round(result?.Duration?.Milliseconds ?? 0, 1);

    private static DateTimeOffset? StartOf(Attempt attempt, TestStep step) => attempt.StepsStarted.TryGetValue(step.Id, out var at) ? at : null;

    private static double? Offset(Attempt? attempt, DateTimeOffset? at) =>
        attempt?.StartedAt is { } start && at is { } time ? Math.Round((time - start).TotalMilliseconds, 1) : null;

    private static IEnumerable<string> Tagged(ScenarioSpec scenario, string prefix) =>
        scenario.Tags.Where(tag => tag.StartsWith(prefix, StringComparison.Ordinal)).Select(tag => tag[prefix.Length..]);
}
