using Dapper;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Health;

/// <summary>Asks the database something, within its time limit and at most two seconds. Never remembered: it costs next to nothing.</summary>
public sealed class DatabaseCheck(Database database) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public string Name => "database";

    /// <inheritdoc />
    public bool Essential => true;

    /// <inheritdoc />
    public async Task<bool> LooksWellAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return await database.QueryAsync(
                (connection, limited) => connection.ExecuteScalarAsync<int>(new CommandDefinition("select 1", cancellationToken: limited)),
                limit.Token) == 1;
        }
        catch (Exception failure) when (failure is Refusal or OperationCanceledException)
        {
            return false;
        }
    }
}
