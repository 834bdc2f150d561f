using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks.Houses;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace PropIQ.Steps.Hooks;

/// <summary>
/// Ends a scenario that fails as it is known to as skipped, with the reason. After a failed step the hooks of the step still
/// run, and what they throw ends the test in the step's place. After the scenario would be too late: its error and a skip
/// together are a failure.
/// </summary>
[Binding]
public sealed class DeviationHooks(ScenarioContext scenario, ScenarioRecord record, IUnitTestRuntimeProvider runtime)
{
    private const int MostCharacters = 300;

    /// <summary>A failed step may be known to fail.</summary>
    [AfterStep(Order = 10)]
    public void Excuse()
    {
        if (scenario.TestError is not { } error || record.IsClosed || error is MissingCapabilityException || TheHouse.Target is not { Deviations.Count: > 0 } target)
        {
            return;
        }

        if (Deviations.Excusing(record.Name, Tags.CasesOf(record.AllTags), target.Deviations, DateOnly.FromDateTime(DateTime.UtcNow)) is { } known)
        {
            record.Close(Ending.KnownDeviation);
            runtime.TestIgnore($"Known deviation since {known.Since:yyyy-MM-dd}: {known.Reason} What failed: {Short(error.Message)}");
        }
    }

    private static string Short(string message) => message.Length <= MostCharacters ? message : $"{message[..MostCharacters]}…";
}
