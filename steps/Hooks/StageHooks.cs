using PropIQ.Client.Reports;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Stage;
using PropIQ.Steps.Hooks.Hollow;
using PropIQ.Steps.Hooks.Houses;
using Reqnroll;
using Reqnroll.BoDi;
using Xunit;

namespace PropIQ.Steps.Hooks;

/// <summary>Sets the stage of a scenario: which PropIQ it plays against, and what is left behind when it fails.</summary>
[Binding]
public sealed class StageHooks(IObjectContainer container, ScenarioContext scenario, ScenarioRecord record, Lifetime lifetime, IReqnrollOutputHelper output) : IDisposable
{
    private Stay? stay;

    /// <summary>Brings the house up while the first scenarios are still being prepared, if it is not coming up already.</summary>
    [BeforeTestRun]
    public static void OpenTheHouse() => TheHouse.Begin();

    /// <summary>Takes everything down that was started here.</summary>
    [AfterTestRun]
    public static Task CloseTheHouse() => TheHouse.CloseAsync();

    /// <summary>Sets the stage before any other hook needs it.</summary>
    [BeforeScenario(Order = 0)]
    public async Task SetTheStage()
    {
        container.RegisterInstanceAs(Dice.For(scenario.ScenarioInfo.Title));
        container.RegisterInstanceAs(new Traffic());
        stay = await TheHouse.Instance.EnterAsync(record.AllTags, lifetime.Begin, TestContext.Current.CancellationToken);
        container.RegisterInstanceAs(container.Resolve<Hollowing>().Around(stay.PropIq));
        container.RegisterInstanceAs(stay.PropIq.Plans);
    }

    /// <summary>Shows what was asked and answered when a scenario failed, and how to repeat it; notes how it ended.</summary>
    [AfterScenario(Order = 0)]
    public void TellWhatHappened()
    {
        record.Close(scenario.ScenarioExecutionStatus switch
        {
            ScenarioExecutionStatus.OK => Ending.Kept,
            ScenarioExecutionStatus.Skipped => Ending.Skipped,
            _ => Ending.Broken,
        });
        if (scenario.TestError is null || scenario.ScenarioExecutionStatus == ScenarioExecutionStatus.Skipped)
        {
            return;
        }

        foreach (var exchange in container.Resolve<Traffic>().Exchanges)
        {
            output.WriteLine(ExchangeText.Render(exchange));
        }

        output.WriteLine(Repetition.Of(scenario.ScenarioInfo.Title));
    }

    /// <summary>Leaves nothing of the scenario's own behind.</summary>
    [AfterScenario(Order = 20000)]
    public async Task ClearTheStage()
    {
        if (stay is null)
        {
            return;
        }

        try
        {
            await container.Resolve<FaultDriver>().EndStallsAsync(lifetime.Token);
        }
        finally
        {
            await stay.DisposeAsync();
        }
    }

    /// <summary>Where the hooks after the scenario did not come that far, somebody else may be waiting for the place.</summary>
    public void Dispose()
    {
        if (stay is not null)
        {
            // Nothing is waited for here; what is to be mended goes on.
            _ = stay.DisposeAsync().AsTask();
        }
    }
}
