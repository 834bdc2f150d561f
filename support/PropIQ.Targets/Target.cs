using PropIQ.Client;

namespace PropIQ.Targets;

/// <summary>
/// A PropIQ to be tested, and how to reach it. What may differ from one target to another is how PropIQ is reached and what
/// can be controlled around it, never what it must do.
/// </summary>
public sealed record Target
{
    /// <summary>What the target is called in reports: the file's name, unless the file says otherwise.</summary>
    public required string Name { get; init; }

    /// <summary>Where it answers.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>How it spells paths and members.</summary>
    public WireFormat Wire { get; init; } = WireFormat.Contract;

    /// <summary>The plans as this target sells them, by tier; what is not named is as in the contract.</summary>
    public IReadOnlyDictionary<string, TargetPlan> Plans { get; init; } = new Dictionary<string, TargetPlan>();

    /// <summary>What can be done with it and around it, beyond its public calls; see <see cref="Capability"/>.</summary>
    public IReadOnlySet<string> Capabilities { get; init; } = new HashSet<string>();

    /// <summary>True when the file names the capabilities; else they follow from what is at hand.</summary>
    public bool DeclaresCapabilities { get; init; }

    /// <summary>What is known to be wrong with it.</summary>
    public IReadOnlyList<KnownDeviation> Deviations { get; init; } = [];

    /// <summary>Secrets, from the environment only; they never reach a report or a log.</summary>
    public TargetSecrets Secrets { get; init; } = TargetSecrets.None;

    /// <summary>The director of the mocks that this PropIQ calls; null where there is none. From a sandbox's environment file or <c>PROPIQ_DIRECTOR</c>.</summary>
    public Uri? Director { get; init; }

    /// <summary>How many requests a second the suite sends at most, over all scenarios; null sends as fast as it can (this machine).</summary>
    public int? RequestsPerSecond { get; init; }

    /// <summary>How long one call may take before it counts as unanswered.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True on this machine.</summary>
    public bool IsHere => BaseUrl.IsLoopback;
}

/// <summary>A plan as a target sells it; null members are as in the contract. Dollars a month; analyses a month.</summary>
public sealed record TargetPlan(decimal? Price = null, int? Analyses = null, int? WarnsFrom = null, string? PriceId = null)
{
    /// <summary>The numbers of the contract's section 1, by tier.</summary>
    public static readonly IReadOnlyDictionary<string, TargetPlan> Contract = new Dictionary<string, TargetPlan>
    {
        ["free"] = new(0, 5, 4),
        ["starter"] = new(69, 30, 28),
        ["pro"] = new(99, 60, 58),
        ["elite"] = new(149, 100, 98),
    };

    /// <summary>This plan with the contract's numbers where it has none.</summary>
    public TargetPlan Or(TargetPlan contract) => new(Price ?? contract.Price, Analyses ?? contract.Analyses, WarnsFrom ?? contract.WarnsFrom, PriceId);
}

/// <summary>Something known to be wrong. It fails as known until it passes: then the run fails until its line is gone.</summary>
/// <param name="Case">The edge case's id, or <c>feature › scenario</c> for one scenario.</param>
/// <param name="Reason">Why it is put up with.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">The day after which it is no excuse any more; null has no end.</param>
public sealed record KnownDeviation(string Case, string Reason, DateOnly Since, DateOnly? Until = null)
{
    /// <summary>What stands between the titles of feature and scenario.</summary>
    public const string Separator = " › ";

    /// <summary>True for one scenario, false for an edge case.</summary>
    public bool IsScenario => Case.Contains(Separator, StringComparison.Ordinal);

    /// <summary>True when it is no excuse any more.</summary>
    public bool IsOver(DateOnly today) => Until < today;
}

/// <summary>Secrets of a target. Their text form shows which are there, never what they are.</summary>
public sealed record TargetSecrets
{
    /// <summary>No secret is known.</summary>
    public static readonly TargetSecrets None = new();

    /// <summary>Opens the testing interface (contract, section 10).</summary>
    public string? Testing { get; init; }

    /// <summary>Signs webhooks (<c>whsec_…</c>).</summary>
    public string? Webhook { get; init; }

    /// <summary>Signs access tokens (HS256).</summary>
    public string? Token { get; init; }

    /// <summary>Opens the director of the mocks.</summary>
    public string? Director { get; init; }

    /// <inheritdoc />
    public override string ToString() =>
        string.Join(", ", new[] { (Testing, "testing"), (Webhook, "webhook"), (Token, "token"), (Director, "director") }.Where(each => each.Item1 is not null).Select(each => each.Item2));
}
