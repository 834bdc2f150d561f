using System.Globalization;
using System.Text;
using System.Text.Json;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Messages;

namespace PropIQ.LivingDocs.Tests;

/// <summary>
/// Writes Cucumber Messages as a run would: the features' text, their nodes' places, pickles, and how each scenario went.
/// </summary>
public sealed class RunWriter
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
    private readonly StringBuilder lines = new();
    private readonly DateTimeOffset startedAt;
    private int last;
    private int seconds;

    public RunWriter(DateTimeOffset? startedAt = null)
    {
        this.startedAt = startedAt ?? new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        Line(new { meta = new { implementation = new { name = "test", version = "1" }, aNewMember = true } });
        Line(new { somethingNew = new { id = "x" } });
        Line(new { testRunStarted = new { timestamp = Stamp(0), id = "run" } });
    }

    /// <summary>A feature, and how each of its scenarios goes; null is one that never begins.</summary>
    public RunWriter Feature(string uri, string text, Func<ScenarioSpec, Course?> play)
    {
        var feature = FeatureReader.Read(FeatureFolder.PathOf(uri), text)!;
        Line(new { source = new { uri, data = text, mediaType = "text/x.cucumber.gherkin+plain" } });
        var scenarios = feature.Scenarios.Select(scenario => (scenario, node: Id(), pickle: Id(), steps: scenario.Steps.Select(_ => Id()).ToList())).ToList();
        Line(new { gherkinDocument = new { uri, feature = new { children = scenarios.Select(each => new { scenario = new { id = each.node, location = new { line = each.scenario.Line, column = 3 } } }) } } });
        foreach (var each in scenarios)
        {
            Line(new { pickle = new { id = each.pickle, uri, name = each.scenario.Name, astNodeIds = new[] { each.node }, steps = each.steps.Select(step => new { id = step, text = "" }) } });
        }

        foreach (var each in scenarios)
        {
            if (play(each.scenario) is { } course)
            {
                Play(each.pickle, each.steps, course);
            }
        }

        return this;
    }

    /// <summary>A binding that nothing uses.</summary>
    public RunWriter Binding(string expression)
    {
        Line(new { stepDefinition = new { id = Id(), pattern = new { source = expression, type = "CUCUMBER_EXPRESSION" }, sourceReference = new { javaMethod = new { className = "Steps", methodName = "Do" } } } });
        return this;
    }

    /// <summary>A preparation of the run or a feature that failed.</summary>
    public RunWriter FailedHook(string method, string message)
    {
        var (hook, started) = (Id(), Id());
        Line(new { hook = new { id = hook, sourceReference = new { javaMethod = new { className = "Hooks", methodName = method } } } });
        Line(new { testRunHookStarted = new { id = started, hookId = hook } });
        Line(new { testRunHookFinished = new { testRunHookStartedId = started, result = new { status = "FAILED", message } } });
        return this;
    }

    /// <summary>The run's end.</summary>
    public string Ended(bool success = true)
    {
        Line(new { testRunFinished = new { success, timestamp = Stamp(++seconds) } });
        return lines.ToString();
    }

    /// <summary>What there is when the run is killed in the middle of a line.</summary>
    public string CutOff() => lines + "{\"testStepFinished\":{\"testCa";

    /// <summary>What there is, as the reader takes it.</summary>
    public static RunLog Read(string messages) => MessageFile.Read(Encoding.UTF8.GetBytes(messages));

    private void Play(string pickle, List<string> steps, Course course)
    {
        var (testCase, started) = (Id(), Id());
        var testSteps = steps.Select(step => new { id = Id(), pickleStepId = step, stepDefinitionIds = Array.Empty<string>() }).ToList();
        Line(new { testCase = new { id = testCase, pickleId = pickle, testSteps } });
        Line(new { testCaseStarted = new { id = started, testCaseId = testCase, attempt = 0, timestamp = Stamp(++seconds) } });
        for (var at = 0; at < testSteps.Count && at < (course.EndsBefore ?? int.MaxValue); at++)
        {
            var status = at == course.FailsAt ? course.Status : at > course.FailsAt ? "SKIPPED" : "PASSED";
            Line(new { testStepStarted = new { testCaseStartedId = started, testStepId = testSteps[at].id, timestamp = Stamp(seconds) } });
            Line(new
            {
                testStepFinished = new
                {
                    testCaseStartedId = started,
                    testStepId = testSteps[at].id,
                    testStepResult = new { status, message = at == course.FailsAt ? course.Message : null, duration = new { seconds = 0, nanos = 4_000_000 } },
                    timestamp = Stamp(seconds, 4),
                },
            });
        }

        if (course.Evidence is { } evidence)
        {
            Line(new { attachment = new { body = Convert.ToBase64String(Encoding.UTF8.GetBytes(evidence)), contentEncoding = "BASE64", fileName = "propiq-evidence-1.json", mediaType = "application/json", testCaseStartedId = started } });
        }

        if (course.EndsBefore is null)
        {
            Line(new { testCaseFinished = new { testCaseStartedId = started, timestamp = Stamp(seconds), willBeRetried = false } });
        }
    }

    private object Stamp(int after, int milliseconds = 0) => new { seconds = startedAt.AddSeconds(after).ToUnixTimeSeconds(), nanos = milliseconds * 1_000_000 };

    private string Id() => (++last).ToString(CultureInfo.InvariantCulture);

    private void Line(object envelope) => lines.Append(JsonSerializer.Serialize(envelope, Options)).Append('\n');
}

/// <summary>How a scenario goes: by default well; or a step ends badly, or the run ends in its midst.</summary>
public sealed record Course(int FailsAt = int.MaxValue, string Status = "FAILED", string? Message = null, int? EndsBefore = null, string? Evidence = null)
{
    public static readonly Course Well = new();
}
