namespace PropIQ.LivingDocs.Model;

/// <summary>The states of scenarios and promises, by the words that page, summary and coverage use.</summary>
public static class Status
{
    /// <summary>The scenario ran to its end and every step held.</summary>
    public const string Passed = "passed";

    /// <summary>A step or a hook failed, or a step has no single finished binding.</summary>
    public const string Failed = "failed";

    /// <summary>Of a step: it has no binding. Its scenario failed.</summary>
    public const string Undefined = "undefined";

    /// <summary>The scenario was begun and then not played, for a reason that it gives.</summary>
    public const string Skipped = "skipped";

    /// <summary>The run ended in the midst of the scenario.</summary>
    public const string CutOff = "cut-off";

    /// <summary>The scenario never began; of a promise: not every one of its scenarios ran, and none failed.</summary>
    public const string NotRun = "not-run";

    /// <summary>All of the promise's scenarios passed.</summary>
    public const string Kept = "kept";

    /// <summary>One of the promise's scenarios failed.</summary>
    public const string Broken = "broken";

    /// <summary>Nobody wrote a scenario for the promise.</summary>
    public const string NoScenario = "no-scenario";

    /// <summary>The state of something that rests on several scenarios.</summary>
    public static string OfScenarios(IReadOnlyCollection<string> scenarios) =>
        scenarios.Count == 0 ? NoScenario
        : scenarios.Contains(Failed) ? Broken
        : scenarios.All(status => status == Passed) ? Kept
        : NotRun;

    /// <summary>The state of something that rests on several promises: it is as good as the worst of them.</summary>
    public static string OfPromises(IReadOnlyCollection<string> promises) =>
        promises.Count == 0 ? NoScenario
        : new[] { Broken, NoScenario, NotRun }.FirstOrDefault(promises.Contains) ?? Kept;
}
