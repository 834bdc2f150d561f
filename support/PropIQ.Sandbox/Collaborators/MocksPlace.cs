namespace PropIQ.Sandbox.Collaborators;

/// <summary>Where a sandbox's mocks run.</summary>
public enum MocksPlace
{
    /// <summary>In the sandbox's own process.</summary>
    Here,

    /// <summary>In a container, built from this repository's Dockerfile: <c>PROPIQ_MOCKS=container</c>.</summary>
    Container,
}
