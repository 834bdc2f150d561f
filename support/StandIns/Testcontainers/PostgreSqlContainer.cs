namespace Testcontainers.PostgreSql;

/// <summary>A PostgreSQL server of one's own, gone without a trace when disposed, or when this process ends in whatever way.</summary>
public sealed class PostgreSqlContainer : IAsyncDisposable
{
    private readonly PostgreSqlConfiguration _configuration;
    private readonly IServer _server;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private int? _port;
    private bool _disposed;

    internal PostgreSqlContainer(PostgreSqlConfiguration configuration, IServer server) =>
        (_configuration, _server) = (configuration, server);

    /// <summary>Starts the server, and returns when it takes connections. Once started, does nothing.</summary>
    public async Task StartAsync(CancellationToken ct = default)
    {
        await _gate.WaitAsync(ct);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _port ??= await _server.StartAsync(ct);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>How to connect as the superuser.</summary>
    /// <exception cref="InvalidOperationException">The server does not run.</exception>
    public string GetConnectionString() => _port is { } port
        ? $"Host=127.0.0.1;Port={port};Database={_configuration.Database};Username={_configuration.Username};Password={_configuration.Password}"
        : throw new InvalidOperationException("The container has not been started, or it is gone: start it before asking how to connect.");

    /// <summary>Stops the server and removes its data. Twice is as good as once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!_disposed)
            {
                _disposed = true;
                _port = null;
                await _server.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}
