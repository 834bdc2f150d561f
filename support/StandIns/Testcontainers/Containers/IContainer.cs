namespace DotNet.Testcontainers.Containers;

/// <summary>A container of one's own, gone without a trace when disposed, or when this process ends in whatever way.</summary>
public interface IContainer : IAsyncDisposable
{
    /// <summary>The name of the machine that the container's ports are published on.</summary>
    string Hostname { get; }

    /// <summary>The port of this machine that leads to one of the container's.</summary>
    /// <exception cref="InvalidOperationException">The container does not run, or the port is not bound.</exception>
    ushort GetMappedPublicPort(int containerPort);

    /// <summary>Starts it, and returns when what was to be waited for has come about. Once started, does nothing.</summary>
    Task StartAsync(CancellationToken ct = default);
}
