using PropIQ.Drivers.Plans;

namespace PropIQ.Drivers.Stage;

/// <summary>The plan that each of the five personas has when a story begins and says nothing else.</summary>
public static class Personas
{
    /// <summary>The persona's usual plan; anyone else is on Free.</summary>
    public static PromisedPlan UsualPlan(string name) => name switch
    {
        "Paula" or "Rita" or "Ben" => PlanTable.Named("Pro"),
        _ => PlanTable.Free,
    };
}
