namespace Testcontainers.PostgreSql;

/// <summary>A way to run a PostgreSQL server. Disposing stops it and removes what it wrote.</summary>
internal interface IServer : IAsyncDisposable
{
    /// <summary>Starts, waits until connections are taken, and answers the port on 127.0.0.1.</summary>
    Task<int> StartAsync(CancellationToken cancellationToken);
}
