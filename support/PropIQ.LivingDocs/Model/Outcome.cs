using System.Text.RegularExpressions;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Model;

/// <summary>How a scenario ended, as its steps' results tell.</summary>
public sealed partial record Outcome(string Status, string? Reason, string? Capability)
{
    private const string SkipToken = "$XunitDynamicSkip$";
    private static readonly string[] Bad = ["FAILED", "UNDEFINED", "AMBIGUOUS", "PENDING"];

    /// <summary>Judges an attempt; none means that the scenario never began.</summary>
    public static Outcome Of(Attempt? attempt)
    {
        if (attempt is null)
        {
            return new Outcome(Model.Status.NotRun, null, null);
        }

        var results = attempt.TestCase.TestSteps?.Select(step => attempt.StepsFinished.GetValueOrDefault(step.Id)?.TestStepResult).OfType<StepResult>().ToList() ?? [];
        // A clean-up after a failed step may have said that the failure is none to be judged here.
        if (attempt.IsFinished && SkippedBy(attempt) is { } excuse)
        {
            return new Outcome(Model.Status.Skipped, excuse, CapabilityIn(excuse));
        }

        if (results.FirstOrDefault(result => Bad.Contains(result.Status) && !IsSkip(result)) is { } bad)
        {
            return new Outcome(Model.Status.Failed, bad.Message ?? ReasonFor(bad.Status!), null);
        }

        if (!attempt.IsFinished)
        {
            return new Outcome(Model.Status.CutOff, "The run ended in the midst of this scenario.", null);
        }

        if (results.Any(result => result.Status == "SKIPPED" || IsSkip(result)))
        {
            var reason = results.Select(MessageOf).FirstOrDefault(message => !string.IsNullOrWhiteSpace(message));
            return new Outcome(Model.Status.Skipped, reason, reason is null ? null : CapabilityIn(reason));
        }

        return results.Count == 0
            ? new Outcome(Model.Status.Failed, "The scenario has no steps, so it shows nothing.", null)
            : new Outcome(Model.Status.Passed, null, null);
    }

    /// <summary>A step's result in the page's words.</summary>
    public static string StepStatus(StepResult? result) => result?.Status switch
    {
        null => Model.Status.NotRun,
        "PASSED" => Model.Status.Passed,
        "SKIPPED" or "UNKNOWN" => Model.Status.Skipped,
        "UNDEFINED" => Model.Status.Undefined,
        _ when IsSkip(result) => Model.Status.Skipped,
        _ => Model.Status.Failed,
    };

    /// <summary>What a step's result says, without the runner's own marks.</summary>
    public static string? MessageOf(StepResult result)
    {
        var message = result.Message ?? result.Exception?.Message;
        return message is null || !Bad.Contains(result.Status) ? Unmarked(message) : Unmarked(message) is { Length: > 0 } text ? text : ReasonFor(result.Status!);
    }

    /// <summary>Why a result that carries no message is none to be content with.</summary>
    public static string ReasonFor(string status) => status switch
    {
        "UNDEFINED" => "Nobody has said yet what this step does: it has no binding.",
        "AMBIGUOUS" => "Several bindings claim this step.",
        "PENDING" => "This step's binding is not finished.",
        _ => "This step failed.",
    };

    private static string? SkippedBy(Attempt attempt) => attempt.TestCase.TestSteps?
        .Where(step => step.PickleStepId is null)
        .Select(step => attempt.StepsFinished.GetValueOrDefault(step.Id)?.TestStepResult)
        .OfType<StepResult>()
        .Where(result => result.Status == "SKIPPED" || IsSkip(result))
        .Select(MessageOf)
        .FirstOrDefault(message => !string.IsNullOrWhiteSpace(message));

    private static bool IsSkip(StepResult result) => (result.Message ?? result.Exception?.Message)?.Contains(SkipToken, StringComparison.Ordinal) == true;

    private static string? Unmarked(string? message) => message?.Replace(SkipToken, "", StringComparison.Ordinal).Trim();

    /// <summary>The capabilities that a reason names as missing.</summary>
    public static IEnumerable<string> CapabilitiesIn(string reason) => Capabilities().Matches(reason).Select(match => match.Groups[1].Value);

    private static string? CapabilityIn(string reason) => CapabilitiesIn(reason).FirstOrDefault();

    [GeneratedRegex("capability \"([^\"]+)\"")]
    private static partial Regex Capabilities();
}
