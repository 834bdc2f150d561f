using System.Text.Json;

namespace PropIQ.LivingDocs.Messages;

/// <summary>Everything that one file of messages tells of a run. Ids mean something only within one file.</summary>
public sealed class RunLog
{
    private readonly Dictionary<string, int> linesOfNodes = [];
    private readonly Dictionary<string, TestCase> testCases = [];
    private readonly Dictionary<string, Attempt> attempts = [];
    private readonly Dictionary<string, string?> runHooks = [];

    /// <summary>What wrote the messages.</summary>
    public Meta? Meta { get; private set; }

    /// <summary>The feature files' texts, by uri.</summary>
    public Dictionary<string, string> Sources { get; } = [];

    /// <summary>What can be run, by id.</summary>
    public Dictionary<string, Pickle> Pickles { get; } = [];

    /// <summary>The bindings.</summary>
    public List<StepDefinition> StepDefinitions { get; } = [];

    /// <summary>The hooks, by id.</summary>
    public Dictionary<string, Hook> Hooks { get; } = [];

    /// <summary>The scenarios that began, in that order.</summary>
    public IEnumerable<Attempt> Attempts => attempts.Values;

    /// <summary>Hooks of the run or of features that failed, with what they threw.</summary>
    public List<(Hook? Hook, StepResult Result)> FailedRunHooks { get; } = [];

    /// <summary>When the run began.</summary>
    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>The run's end; null when it was cut off.</summary>
    public RunFinished? Finished { get; private set; }

    /// <summary>Lines that could not be read.</summary>
    public int UnreadableLines { get; set; }

    /// <summary>The line of its feature file on which a pickle stands: the row's, for an outline.</summary>
    public int? LineOf(Pickle pickle) =>
        pickle.AstNodeIds is [.., var last] && linesOfNodes.TryGetValue(last, out var line) ? line : null;

    /// <summary>Takes in one message.</summary>
    public void Add(Envelope envelope)
    {
        switch (envelope)
        {
            case { Meta: { } meta }: Meta = meta; break;
            case { Source: { } source }: Sources[source.Uri] = source.Data; break;
            case { GherkinDocument: { } document }: NoteLines(document); break;
            case { Pickle: { } pickle }: Pickles[pickle.Id] = pickle; break;
            case { StepDefinition: { } definition }: StepDefinitions.Add(definition); break;
            case { Hook: { } hook }: Hooks[hook.Id] = hook; break;
            case { TestCase: { } testCase }: testCases[testCase.Id] = testCase; break;
            case { TestRunStarted: { } started }: StartedAt ??= started.Timestamp?.At; break;
            case { TestRunFinished: { } finished }: Finished = finished; break;
            case { TestRunHookStarted: { } started }: runHooks[started.Id] = started.HookId; break;
            case { TestRunHookFinished: { Result: { Status: "FAILED" } result } finished }: FailedRunHooks.Add((HookOf(finished), result)); break;
            default: AddToAttempt(envelope); break;
        }
    }

    private void AddToAttempt(Envelope envelope)
    {
        switch (envelope)
        {
            case { TestCaseStarted: { } started } when testCases.TryGetValue(started.TestCaseId, out var testCase):
                attempts[started.Id] = new Attempt(started, testCase);
                break;
            case { TestStepStarted: { Timestamp: { } at } started } when attempts.TryGetValue(started.TestCaseStartedId, out var attempt):
                attempt.StepsStarted[started.TestStepId] = at.At;
                break;
            case { TestStepFinished: { } finished } when attempts.TryGetValue(finished.TestCaseStartedId, out var attempt):
                attempt.StepsFinished[finished.TestStepId] = finished;
                break;
            case { TestCaseFinished: { } finished } when attempts.TryGetValue(finished.TestCaseStartedId, out var attempt):
                attempt.IsFinished = true;
                attempt.FinishedAt = finished.Timestamp?.At;
                break;
            case { Attachment: { TestCaseStartedId: { } id } attachment } when attempts.TryGetValue(id, out var attempt):
                attempt.Attachments.Add(attachment);
                break;
        }
    }

    private Hook? HookOf(RunHookFinished finished) =>
        runHooks.GetValueOrDefault(finished.TestRunHookStartedId) is { } id ? Hooks.GetValueOrDefault(id) : null;

    // Everything in a document that has an id has a place too.
    private void NoteLines(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in node.EnumerateArray())
            {
                NoteLines(item);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (node.TryGetProperty("id", out var id) && node.TryGetProperty("location", out var place) && place.TryGetProperty("line", out var line))
            {
                linesOfNodes[id.GetString()!] = line.GetInt32();
            }

            foreach (var member in node.EnumerateObject())
            {
                NoteLines(member.Value);
            }
        }
    }
}
