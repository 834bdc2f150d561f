using Reqnroll;

namespace PropIQ.Steps.Hooks;

/// <summary>Keeps the ledger of cases.</summary>
[Binding]
public sealed class CaseHooks(ScenarioContext scenario)
{
    // Before every hook that may skip.
    [BeforeScenario(Order = -1)]
    public void Meet() => CaseLedger.Met(scenario.ScenarioInfo.CombinedTags);

    [AfterScenario]
    public void Judge()
    {
        if (scenario.ScenarioExecutionStatus is ScenarioExecutionStatus.OK or ScenarioExecutionStatus.TestError)
        {
            CaseLedger.Checked(scenario.ScenarioInfo.CombinedTags);
        }
    }
}
