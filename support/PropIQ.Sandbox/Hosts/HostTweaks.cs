using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.Sandbox.Hosts;

/// <summary>
/// What is different about a host of one's own. Every own host has its own database and reaches everything by links that
/// can be cut (<see cref="HostLinks"/>), so only configuration and replaced decisions are left to say.
/// </summary>
public sealed record HostTweaks
{
    /// <summary>Nothing is different.</summary>
    public static readonly HostTweaks None = new();

    /// <summary>Changes the configuration that the host starts with.</summary>
    public Func<ReferenceApiOptions, ReferenceApiOptions>? Options { get; init; }

    /// <summary>Replaces services after the host has registered its own.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>These tweaks, and then the others.</summary>
    public HostTweaks Then(HostTweaks others) => new()
    {
        Options = Options is null || others.Options is null ? Options ?? others.Options : options => others.Options(Options(options)),
        Services = Services + others.Services,
    };
}
