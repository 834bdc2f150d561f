using DotNet.Testcontainers.Configurations;

namespace DotNet.Testcontainers.Builders;

/// <summary>Begins to say what a container has to wait for.</summary>
public static class Wait
{
    /// <summary>For a container of a Unix.</summary>
    public static IWaitForContainerOS ForUnixContainer() => new UnixWait();
}
