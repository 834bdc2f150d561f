using System.Text.Json.Nodes;
using PropIQ.LivingDocs.Features;

namespace PropIQ.LivingDocs.Model;

/// <summary>All that the page shows, as the page gets it. Scenarios are named by their place in <see cref="Scenarios"/>.</summary>
public sealed record PageModel(
    RunFacts Run,
    Totals Totals,
    IReadOnlyList<Promise> Promises,
    IReadOnlyList<Clause> Clauses,
    IReadOnlyList<FeatureView> Features,
    IReadOnlyList<ScenarioView> Scenarios,
    PlanTableView Plans,
    IReadOnlyList<string> Personas,
    IReadOnlyList<Sentence> Sentences,
    SinceLastTime Since,
    StepUse Steps,
    IReadOnlyList<string> NotChecked,
    IReadOnlyList<MarkdownPage> Pages,
    JsonNode? Simulation)
{
    /// <summary>What came of faults that were put into PropIQ on purpose; null where nobody tried.</summary>
    public Bite? Bite { get; init; }
}

/// <summary>Which run the page is about. <c>IsWhole</c> is false when the messages end before the run did.</summary>
public sealed record RunFacts(
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset WrittenAt,
    bool IsWhole,
    string? Target,
    string? Url,
    IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> Missing,
    string? Build,
    string? Seed,
    string? Tool,
    IReadOnlyList<Trouble> Troubles);

/// <summary>Something outside of scenarios that the reader must know, in plain words.</summary>
public sealed record Trouble(string What, string? Detail);

/// <summary>How many promises, and how many scenarios, are in which state.</summary>
public sealed record Totals(IReadOnlyDictionary<string, int> Promises, IReadOnlyDictionary<string, int> Scenarios);

/// <summary>A promise with its state; <c>Note</c> says what the state does not, e.g. how much of it was checked.</summary>
public sealed record Promise(
    string Id,
    string Group,
    string Wording,
    IReadOnlyList<string> Personas,
    IReadOnlyList<string> Clauses,
    IReadOnlyList<string> Needs,
    string Hurt,
    string Severity,
    string Status,
    string? Note,
    IReadOnlyList<int> Scenarios)
{
    /// <summary>Faults that broke it on purpose, and who noticed.</summary>
    public IReadOnlyList<ProofView> Proofs { get; init; } = [];
}

/// <summary>A clause of the contract with the promises about it.</summary>
public sealed record Clause(string Number, string Title, string Status, IReadOnlyList<string> Promises);

/// <summary>A feature.</summary>
public sealed record FeatureView(string Path, string Name, string? Description, IReadOnlyList<RuleView> Rules);

/// <summary>A rule.</summary>
public sealed record RuleView(string Name, string? Description, IReadOnlyList<int> Scenarios);

/// <summary>A scenario, or an outline's row. <c>Evidence</c> is the id of its evidence in the page.</summary>
public sealed record ScenarioView(
    string Id,
    string Name,
    string Feature,
    string Rule,
    int Line,
    string? Description,
    string? Outline,
    IReadOnlyList<KeyValuePair<string, string>> Row,
    IReadOnlyList<string> Promises,
    IReadOnlyList<string> Personas,
    IReadOnlyList<string> Needs,
    string Status,
    string? Reason,
    string? Capability,
    double Milliseconds,
    DateTimeOffset? StartedAt,
    IReadOnlyList<StepView> Steps,
    IReadOnlyList<string> Since,
    string Past,
    string? Repeat,
    string? Evidence);

/// <summary>A step; <c>Hook</c> is set for a preparation or clean-up that did not go well. Times are offsets in ms from the scenario's start.</summary>
public sealed record StepView(
    string Keyword,
    string Text,
    IReadOnlyList<IReadOnlyList<string>>? Table,
    string? DocString,
    string Status,
    double Milliseconds,
    double? From,
    double? To,
    string? Error,
    string? Trace,
    string? Hook);

/// <summary>The plan table: values by plan and column, and how each column stands.</summary>
public sealed record PlanTableView(IReadOnlyList<PlanSpec> Plans, IReadOnlyList<PlanColumn> Columns);

/// <summary>A column of the plan table with its proof.</summary>
public sealed record PlanColumn(string Name, string Status, IReadOnlyList<string> Promises);

/// <summary>A sentence that customers read, with its proof: promises, and the scenarios in whose words it stands.</summary>
public sealed record Sentence(string Text, string When, string Status, IReadOnlyList<string> Promises, IReadOnlyList<int> Scenarios);

/// <summary>What changed since earlier runs, and since a revision.</summary>
public sealed record SinceLastTime(
    IReadOnlyList<Definition> Definitions,
    IReadOnlyList<PastRun> Runs,
    string? Revision,
    string? RevisionTrouble,
    IReadOnlyList<RuleChange> Rules);

/// <summary>What a label means.</summary>
public sealed record Definition(string Label, string Meaning);

/// <summary>An earlier run in short.</summary>
public sealed record PastRun(DateTimeOffset? StartedAt, bool IsWhole, int Passed, int Failed, int Other);

/// <summary>A rule that is new, changed or gone: <c>Change</c> is added, changed or removed.</summary>
public sealed record RuleChange(string Change, string Feature, string Rule, IReadOnlyList<string> Scenarios);

/// <summary>How steps are used.</summary>
public sealed record StepUse(IReadOnlyList<BindingView> Unused, IReadOnlyList<UndefinedStep> Undefined, bool IsComplete);

/// <summary>A binding.</summary>
public sealed record BindingView(string Expression, string Method);

/// <summary>A step without a binding.</summary>
public sealed record UndefinedStep(string Text, int Scenario);
