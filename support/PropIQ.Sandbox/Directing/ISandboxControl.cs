namespace PropIQ.Sandbox.Directing;

/// <summary>The sandbox itself, for the commands that talk to one that is up. Unlike <see cref="ISurroundings"/> it does not need PropIQ's process.</summary>
internal interface ISandboxControl
{
    /// <summary>What is up, and how the ways are.</summary>
    Task<SandboxStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Breaks or mends the way to a collaborator.</summary>
    Task SetLinkAsync(Link link, LinkState state, CancellationToken cancellationToken);

    /// <summary>Asks the sandbox to stop; answers before it does.</summary>
    Task DownAsync(CancellationToken cancellationToken);
}

/// <summary>A sandbox as it is now.</summary>
/// <param name="Since">When it came up.</param>
/// <param name="Process">Its process's number.</param>
/// <param name="Webhook">Where its Stripe sends events; null where that is not known here.</param>
/// <param name="RunsPropIq">Whether PropIQ's process is the sandbox's own.</param>
/// <param name="Links">How each way is that can be broken.</param>
internal sealed record SandboxStatus(DateTimeOffset Since, int Process, Uri? Webhook, bool RunsPropIq, IReadOnlyList<LinkStatus> Links);

/// <summary>How one way is.</summary>
internal sealed record LinkStatus(Link Link, LinkState State);

/// <summary>A director of a sandbox that can be asked about itself.</summary>
internal interface ISandboxDirector : IDirector
{
    /// <summary>The sandbox; null where the director is of something else.</summary>
    ISandboxControl? Sandbox { get; }
}
