using PropIQ.Client.Reports;
using PropIQ.Drivers.Stage;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Hosts;
using Reqnroll;
using Reqnroll.BoDi;

namespace PropIQ.Steps.Hooks;

/// <summary>Sets the stage of a scenario: which PropIQ it plays against, and what is left behind when it fails.</summary>
[Binding]
public sealed class StageHooks(IObjectContainer container, ScenarioContext scenario, Lifetime lifetime, IReqnrollOutputHelper output)
{
    private const string OwnHostTag = "own-host";
    private PropIqHost? ownHost;

    /// <summary>Brings the sandbox up while the first scenarios are still being prepared.</summary>
    [BeforeTestRun]
    public static void OpenTheHouse() => SharedSandbox.Begin();

    /// <summary>Takes everything down that was started here.</summary>
    [AfterTestRun]
    public static Task CloseTheHouse() => SharedSandbox.StopAsync();

    /// <summary>Sets the stage before any other hook needs it.</summary>
    [BeforeScenario(Order = 0)]
    public async Task SetTheStage()
    {
        container.RegisterInstanceAs(Dice.For(scenario.ScenarioInfo.Title));
        container.RegisterInstanceAs(new Traffic());
        container.RegisterInstanceAs(await PropIqAsync());
    }

    /// <summary>Shows what was asked and answered when a scenario failed, and how to repeat it.</summary>
    [AfterScenario(Order = 0)]
    public void TellWhatHappened()
    {
        if (scenario.TestError is null)
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
        if (ownHost is not null)
        {
            await ownHost.DisposeAsync();
        }
    }

    private async Task<PropIqUnderTest> PropIqAsync()
    {
        if (!scenario.ScenarioInfo.CombinedTags.Contains(OwnHostTag))
        {
            return await SandboxStage.SharedAsync(lifetime.Token);
        }

        (var propIq, ownHost) = await SandboxStage.OwnAsync(scenario.ScenarioInfo.CombinedTags, lifetime.Token);
        return propIq;
    }
}
