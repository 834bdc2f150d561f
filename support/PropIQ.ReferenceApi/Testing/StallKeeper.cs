using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Holds users' rows locked (clause 10.3), each on a connection of its own, until released or a deadline.</summary>
public sealed class StallKeeper(ReferenceApiOptions options) : IAsyncDisposable
{
    private readonly Dictionary<string, Stall> held = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim gate = new(1);
    private readonly NpgsqlDataSource connections = DataSources.Of(ConnectionString(options));

    /// <summary>Locks the user's row for <paramref name="hold"/>; a stall that there is already ends first. 404 without such a user.</summary>
    public async Task HoldAsync(string email, TimeSpan hold, CancellationToken cancellationToken)
    {
        var key = EmailKey.Of(email);
        await ReleaseAsync(email);
        var connection = connections.CreateConnection();
        try
        {
            await LockAsync(connection, key, cancellationToken);
        }
        catch (Exception failure)
        {
            await connection.DisposeAsync();
            throw DatabaseFailure.From(failure, cancellationToken) ?? failure;
        }

        var stall = new Stall(connection);
        await gate.WaitAsync(CancellationToken.None);
        held[key] = stall;
        gate.Release();
        _ = EndAfterAsync(key, stall, hold);
    }

    /// <summary>Ends a user's stall, if there is one.</summary>
    public async Task ReleaseAsync(string email)
    {
        await gate.WaitAsync();
        held.Remove(EmailKey.Of(email), out var stall);
        gate.Release();
        await EndAsync(stall);
    }

    /// <summary>Ends every stall.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var email in held.Keys.ToArray())
        {
            await ReleaseAsync(email);
        }

        await connections.DisposeAsync();
    }

    private static async Task LockAsync(NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        await connection.OpenAsync(cancellationToken);

        // Left open on purpose: the connection's end is the transaction's.
        await connection.BeginTransactionAsync(cancellationToken);
        var id = await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            "select id from users where email_key = @key for update",
            new { key },
            cancellationToken: cancellationToken));
        if (id is null)
        {
            throw new Refusal(404, "not_found", "There is no such user.");
        }
    }

    private async Task EndAfterAsync(string key, Stall stall, TimeSpan hold)
    {
        try
        {
            await Task.Delay(hold, stall.Ended.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        await gate.WaitAsync();
        if (held.GetValueOrDefault(key) == stall)
        {
            held.Remove(key);
        }

        gate.Release();
        await EndAsync(stall);
    }

    private static async Task EndAsync(Stall? stall)
    {
        if (stall is not null && stall.TryEnd())
        {
            await stall.Connection.DisposeAsync();
            await stall.Ended.CancelAsync();
        }
    }

    private static string ConnectionString(ReferenceApiOptions options)
    {
        var settings = DataSources.Parse(options.DatabaseUrl);
        settings.Pooling = false;
        settings.Timeout = new DatabaseLimits(options.DatabaseTimeout).ConnectSeconds;
        settings.CommandTimeout = settings.Timeout;
        return settings.ConnectionString;
    }

    private sealed class Stall(NpgsqlConnection connection)
    {
        private int ended;

        public NpgsqlConnection Connection { get; } = connection;

        public CancellationTokenSource Ended { get; } = new();

        public bool TryEnd() => Interlocked.Exchange(ref ended, 1) == 0;
    }
}
