using Reqnroll;

namespace PropIQ.Steps.Hooks.Timing;

/// <summary>Takes the time of a run and of each scenario, when somebody wants to know.</summary>
[Binding]
public sealed class TimingHooks(FeatureContext feature, ScenarioContext scenario)
{
    private TimeSpan? from;

    /// <summary>The first hook of the run: tests are known by now.</summary>
    [BeforeTestRun(Order = 0)]
    public static void Begin() => RunTimings.Reached("Discovery is over");

    /// <summary>The last hook of the run.</summary>
    [AfterTestRun(Order = int.MaxValue)]
    public static void End() => RunTimings.Reached("The sandbox is down");

    /// <summary>After the stage is set.</summary>
    [BeforeScenario(Order = 1)]
    public void Start() => from = RunTimings.Wanted ? RunTimings.Now : null;

    /// <summary>After everything else of the scenario.</summary>
    [AfterScenario(Order = int.MaxValue)]
    public void Stop()
    {
        if (from is { } start)
        {
            RunTimings.Over(new Play(feature.FeatureInfo.Title, scenario.ScenarioInfo.Title, start, RunTimings.Now));
        }
    }
}
