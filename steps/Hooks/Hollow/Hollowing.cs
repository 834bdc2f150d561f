using PropIQ.Drivers.Stage;
using Reqnroll;
using Reqnroll.Bindings;

namespace PropIQ.Steps.Hooks.Hollow;

/// <summary>
/// Empties, in a run that asks for it, what one scenario is told: by PropIQ, and by the collaborators about what they received. The
/// steps before are played in earnest, so that there is something to be told of.
/// </summary>
public sealed class Hollowing
{
    private readonly HollowRun? run = HollowRun.Asked;

    /// <summary>True from the kind of step on that the run asks for.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Emptied from here on, if the run asks for it.</summary>
    public void Reach(StepDefinitionType kind) =>
        IsOn |= run is not null && (kind == StepDefinitionType.Then || (run.FromWhen && kind == StepDefinitionType.When));

    /// <summary>The same PropIQ; in a run that asks for it, one that can be emptied. The testing interface is a tool of ours and stays.</summary>
    public PropIqUnderTest Around(PropIqUnderTest propIq) => run is null ? propIq : propIq with
    {
        Between = wire => new HollowAnswers(wire, this, run.Emptying),
        Ai = HollowControl.Around(propIq.Ai, this),
        Stripe = HollowControl.Around(propIq.Stripe, this),
        Slack = HollowControl.Around(propIq.Slack, this),
        Email = HollowControl.Around(propIq.Email, this),
        Wandb = HollowControl.Around(propIq.Wandb, this),
    };
}

/// <summary>Tells the hollowing how far a scenario is.</summary>
[Binding]
public sealed class HollowHooks(Hollowing hollowing, ScenarioContext scenario)
{
    /// <summary>Before anything the step does.</summary>
    [BeforeStep(Order = 0)]
    public void Reach() => hollowing.Reach(scenario.StepContext!.StepInfo.StepDefinitionType);
}
