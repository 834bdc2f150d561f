using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sandbox.Tweaking;

/// <summary>Knows tweaks by name, for runs whose every PropIQ is changed on purpose. Named by its assembly with <see cref="HostTweaksSourceAttribute"/>.</summary>
public interface IHostTweaksSource
{
    /// <summary>The tweaks of that name; null when there are none.</summary>
    HostTweaks? Find(string name);
}

/// <summary>Names the type, with a constructor that takes nothing, through which an assembly offers tweaks.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class HostTweaksSourceAttribute(Type source) : Attribute
{
    /// <summary>Implements <see cref="IHostTweaksSource"/>.</summary>
    public Type Source { get; } = source;
}
