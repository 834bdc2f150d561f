using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks.Houses;
using PropIQ.Targets;
using Reqnroll;
using Reqnroll.UnitTestProvider;

namespace PropIQ.Steps.Hooks;

/// <summary>
/// Decides what a failed step means: a missing capability, plans with other numbers and a known deviation end the scenario as
/// skipped, with the reason. After a failed step the step's hooks still run, and what they throw ends the test in the step's
/// place. After the scenario would be too late: its error and a skip together are a failure.
/// </summary>
[Binding]
public sealed class StepHooks(ScenarioContext scenario, ScenarioRecord record, PropIqUnderTest propIq, IUnitTestRuntimeProvider runtime)
{
    private const int MostCharacters = 300;
    private readonly PlanDifferences differences = new(propIq.Plans);
    private bool namesPlanNumbers;

    /// <summary>After every step, well or badly ended.</summary>
    [AfterStep]
    public void Judge()
    {
        namesPlanNumbers = namesPlanNumbers || differences.AreIn(Words(scenario.StepContext!.StepInfo));
        if (scenario.TestError is not { } error || record.IsClosed)
        {
            return;
        }

        if (error is MissingCapabilityException missing)
        {
            Skip(Ending.NotChecked, MissingCapabilities.Sentence([missing.Capability]), missing.Capability);
        }

        if (namesPlanNumbers)
        {
            Skip(Ending.NotChecked, MissingCapabilities.Sentence([Capability.ContractPlans]), Capability.ContractPlans);
        }

        if (Deviations.Excusing(record.Name, Tags.CasesOf(record.AllTags), Deviations.Known, DateOnly.FromDateTime(DateTime.UtcNow)) is { } known)
        {
            Skip(Ending.KnownDeviation, $"Known deviation since {known.Since:yyyy-MM-dd}: {known.Reason} What failed: {Short(error.Message)}");
        }
    }

    private void Skip(Ending ending, string reason, params string[] missing)
    {
        record.Close(ending, missing);
        runtime.TestIgnore(reason);
    }

    private static string Words(StepInfo step) => $"{step.Text} {step.MultilineText} {step.Table}";

    private static string Short(string message) => message.Length <= MostCharacters ? message : $"{message[..MostCharacters]}…";
}
