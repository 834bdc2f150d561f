namespace PropIQ.Sandbox.Databases;

/// <summary>A PostgreSQL for sandboxes in several processes: the one that <c>PROPIQ_POSTGRES</c> names, or one started here. Each sandbox has its own databases in it.</summary>
public sealed class SharedPostgres : IAsyncDisposable
{
    private readonly IPostgresServer _server;

    private SharedPostgres(IPostgresServer server) => _server = server;

    /// <summary>What the other processes are given as <c>PROPIQ_POSTGRES</c>, the password included.</summary>
    public string ConnectionString => _server.Connection().ConnectionString;

    /// <summary>Finds or starts it.</summary>
    /// <exception cref="SandboxException">It cannot be had; the message says why, and what to do.</exception>
    public static async Task<SharedPostgres> StartAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        new(await ServerAsync(options, cancellationToken));

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    internal static Task<IPostgresServer> ServerAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        new Part("PostgreSQL", options.PostgresDeadline, "See whether the machine is overloaded, or an image is being fetched over a slow line.").StartAsync(
            limited => options.Postgres is { } given ? GivenServer.ConnectAsync(given, limited) : OwnServer.StartAsync(options, limited),
            cancellationToken);
}
