using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Actions;

/// <summary>
/// An action of a profile: a class with the profile's name for it in <see cref="ActionAttribute"/> and a constructor that takes its
/// <see cref="ProfileFormat.Section"/> and reads its keys there. It is found by its name; nothing else has to know of it.
/// </summary>
internal abstract class SimulatedAction
{
    /// <summary>True when it needs a session.</summary>
    public virtual bool NeedsSession => true;

    /// <summary>How many analyses it asks for: what usage is expected to be depends on the ones before.</summary>
    public virtual int Analyses => 0;

    /// <summary>How many chat messages it sends.</summary>
    public virtual int Messages => 0;

    /// <summary>What it charges, in dollars.</summary>
    public virtual decimal Charge => 0;

    /// <summary>The status that the contract promises for a success.</summary>
    public virtual int ContractStatus => 200;

    /// <summary>Does it: makes calls through the context, and names those that are to be judged.</summary>
    /// <exception cref="NotPossibleException">The target does not offer what it needs.</exception>
    public abstract Task PlayAsync(ActionContext context, CancellationToken cancellation);
}

/// <summary>The name of an action in profiles.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ActionAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>An action that names an account.</summary>
internal interface IHasCredentials
{
    string Password { get; }
}

/// <summary>Stands where a profile names an action that there is not.</summary>
internal sealed class UnknownAction : SimulatedAction
{
    public override Task PlayAsync(ActionContext context, CancellationToken cancellation) => Task.CompletedTask;
}
