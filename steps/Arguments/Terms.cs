using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Plans;
using Reqnroll;

namespace PropIQ.Steps.Arguments;

/// <summary>Turns terms of the business into what drivers understand.</summary>
[Binding]
public sealed class Terms(PlanTable plans)
{
    /// <summary>{plan}: Free, Starter, Pro, Elite.</summary>
    [StepArgumentTransformation("(Free|Starter|Pro|Elite)", Name = "plan")]
    public PromisedPlan Plan(string name) => plans.Named(name);

    /// <summary>{reason}: why something is refused, in the words of the glossary.</summary>
    [StepArgumentTransformation("(.+)", Name = "reason")]
    public KnownRefusal Reason(string reason) => Refusals.Because(reason);
}
