using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.Sandbox.Hosts;

namespace PropIQ.Sabotage;

/// <summary>
/// A fault put into PropIQ on purpose: one decision of the reference API replaced through its own seams. The suite must turn
/// red for it, in a Then of a scenario about each of its cases.
/// </summary>
/// <param name="Id">Its name, in snake case.</param>
/// <param name="Breaks">What is wrong with such a PropIQ, as a customer or the business would say it.</param>
public sealed record Saboteur(string Id, string Breaks)
{
    /// <summary>The part of the business that it belongs to.</summary>
    public string Area { get; init; } = "";

    /// <summary>The cases of <c>features/edge-cases.yaml</c> that it breaks, each of them for its own part.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>The clauses of the contract that it violates.</summary>
    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>Replaces decisions; throws where there is none to replace.</summary>
    public Action<IServiceCollection>? Host { get; init; }

    /// <summary>Changes the configuration.</summary>
    public Func<ReferenceApiOptions, ReferenceApiOptions>? Options { get; init; }

    /// <summary>Why nothing may notice it; null, as it should be, when something must.</summary>
    public string? MaySurvive { get; init; }

    /// <summary>As the sandbox takes it.</summary>
    public HostTweaks Tweaks => new() { Options = Options, Services = Host };
}
