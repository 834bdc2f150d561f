using System.Text.Json;

namespace PropIQ.LivingDocs.Messages;

/// <summary>
/// One line of Cucumber Messages, of which only what a page needs is read. Written here and not taken from the messages'
/// own library, whose types refuse what a newer or older writer says differently; here an unknown member is passed over.
/// </summary>
public sealed record Envelope(
    Meta? Meta = null,
    Source? Source = null,
    JsonElement? GherkinDocument = null,
    Pickle? Pickle = null,
    StepDefinition? StepDefinition = null,
    Hook? Hook = null,
    TestCase? TestCase = null,
    RunStarted? TestRunStarted = null,
    RunFinished? TestRunFinished = null,
    CaseStarted? TestCaseStarted = null,
    CaseFinished? TestCaseFinished = null,
    StepStarted? TestStepStarted = null,
    StepFinished? TestStepFinished = null,
    RunHookStarted? TestRunHookStarted = null,
    RunHookFinished? TestRunHookFinished = null,
    Attachment? Attachment = null);

/// <summary>What wrote the messages.</summary>
public sealed record Meta(Product? Implementation, Product? Runtime, Product? Os);

/// <summary>A program and its version.</summary>
public sealed record Product(string? Name, string? Version);

/// <summary>A feature file's text.</summary>
public sealed record Source(string Uri, string Data);

/// <summary>A scenario, or an outline's row, as it is run.</summary>
public sealed record Pickle(string Id, string Uri, string? Name, IReadOnlyList<string>? AstNodeIds, IReadOnlyList<PickleStep>? Steps, IReadOnlyList<PickleTag>? Tags = null);

/// <summary>A tag of a pickle, with its at sign.</summary>
public sealed record PickleTag(string Name);

/// <summary>A step of a pickle; <c>Type</c> is Context, Action or Outcome, which And and But inherit.</summary>
public sealed record PickleStep(string Id, string? Text, string? Type = null);

/// <summary>A binding.</summary>
public sealed record StepDefinition(string Id, StepPattern? Pattern, SourceReference? SourceReference);

/// <summary>A binding's expression.</summary>
public sealed record StepPattern(string? Source);

/// <summary>Where a binding or hook is.</summary>
public sealed record SourceReference(JavaMethod? JavaMethod);

/// <summary>A method.</summary>
public sealed record JavaMethod(string? ClassName, string? MethodName);

/// <summary>A hook.</summary>
public sealed record Hook(string Id, string? Name, SourceReference? SourceReference);

/// <summary>What running a pickle consists of.</summary>
public sealed record TestCase(string Id, string PickleId, IReadOnlyList<TestStep>? TestSteps);

/// <summary>A step or a hook of a test case.</summary>
public sealed record TestStep(string Id, string? PickleStepId, string? HookId, IReadOnlyList<string>? StepDefinitionIds);

/// <summary>The run begins.</summary>
public sealed record RunStarted(Timestamp? Timestamp);

/// <summary>The run is over.</summary>
public sealed record RunFinished(string? Message, bool? Success, Timestamp? Timestamp);

/// <summary>A test case begins, perhaps not for the first time.</summary>
public sealed record CaseStarted(string Id, string TestCaseId, int Attempt, Timestamp? Timestamp);

/// <summary>A test case is over.</summary>
public sealed record CaseFinished(string TestCaseStartedId, Timestamp? Timestamp, bool WillBeRetried);

/// <summary>A step begins.</summary>
public sealed record StepStarted(string TestCaseStartedId, string TestStepId, Timestamp? Timestamp);

/// <summary>A step is over.</summary>
public sealed record StepFinished(string TestCaseStartedId, string TestStepId, StepResult? TestStepResult, Timestamp? Timestamp);

/// <summary>How a step ended.</summary>
public sealed record StepResult(Duration? Duration, string? Message, string? Status, Thrown? Exception);

/// <summary>What a step threw.</summary>
public sealed record Thrown(string? Type, string? Message, string? StackTrace);

/// <summary>A hook of the run or a feature begins.</summary>
public sealed record RunHookStarted(string Id, string? HookId);

/// <summary>A hook of the run or a feature is over.</summary>
public sealed record RunHookFinished(string TestRunHookStartedId, StepResult? Result);

/// <summary>Something that a scenario left as evidence.</summary>
public sealed record Attachment(string? Body, string? ContentEncoding, string? FileName, string? MediaType, string? TestCaseStartedId, string? TestStepId);

/// <summary>A point in time, from the Unix epoch.</summary>
public sealed record Timestamp(long Seconds, long Nanos)
{
    /// <summary>The time, UTC.</summary>
    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(Seconds).AddTicks(Nanos / 100);
}

/// <summary>A length of time.</summary>
public sealed record Duration(long Seconds, long Nanos)
{
    /// <summary>In milliseconds.</summary>
    public double Milliseconds => (Seconds * 1000d) + (Nanos / 1_000_000d);
}
