using PropIQ.Drivers.Plans;

namespace PropIQ.Drivers.Stage;

/// <summary>The plan that each of the five personas has when a story begins and says nothing else.</summary>
public sealed class Personas(PlanTable plans)
{
    /// <summary>The persona's usual plan; anyone else is on Free.</summary>
    public PromisedPlan UsualPlan(string name) => name switch
    {
        "Paula" or "Rita" or "Ben" => plans.Named("Pro"),
        _ => plans.Free,
    };
}
