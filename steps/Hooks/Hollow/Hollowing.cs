using PropIQ.Drivers.Stage;
using Reqnroll;
using Reqnroll.Bindings;

namespace PropIQ.Steps.Hooks.Hollow;

/// <summary>
/// Empties, in a run that asks for it, what one scenario is told: by PropIQ, and by the collaborators about what they received. The
/// steps before are played in earnest, so that there is something to be told of.
/// </summary>
public sealed class Hollowing(ScenarioContext scenario)
{
    private readonly HollowRun? run = HollowRun.Asked;
    private bool isReached;

    /// <summary>True from the first step on that is of the kind the run asks for and is told something.</summary>
    public bool IsOn => isReached |= scenario.StepContext is { } step && IsAskedFor(step.StepInfo.StepDefinitionType);

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

    private bool IsAskedFor(StepDefinitionType kind) =>
        run is not null && (kind == StepDefinitionType.Then || (run.FromWhen && kind == StepDefinitionType.When));
}
