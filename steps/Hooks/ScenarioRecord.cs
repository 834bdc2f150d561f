using PropIQ.Targets;
using Reqnroll;

namespace PropIQ.Steps.Hooks;

/// <summary>How the scenario under way ends: entered into the run's ledger once, by whoever knows first.</summary>
public sealed class ScenarioRecord(FeatureContext feature, ScenarioContext scenario)
{
    /// <summary>True once it is known how the scenario ended.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The feature's title.</summary>
    public string Feature => feature.FeatureInfo.Title;

    /// <summary>The scenario's title.</summary>
    public string Scenario => scenario.ScenarioInfo.Title;

    /// <summary>The scenario as deviations name it.</summary>
    public string Name => $"{Feature}{KnownDeviation.Separator}{Scenario}";

    /// <summary>Feature's, rule's and scenario's tags.</summary>
    public string[] AllTags => scenario.ScenarioInfo.CombinedTags;

    /// <summary>Enters the end.</summary>
    public void Close(Ending ending, params IReadOnlyList<string> missing)
    {
        if (!IsClosed)
        {
            IsClosed = true;
            RunLedger.Enter(new ScenarioEnd(Feature, Scenario, Tags.CasesOf(AllTags), ending, missing));
        }
    }
}
