using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;

namespace PropIQ.ReferenceApi.Subscriptions.Changing;

/// <summary>What somebody could lose.</summary>
public interface IHoldings
{
    /// <summary>What is used and stored at <paramref name="now"/>.</summary>
    Task<Holdings> ReadAsync(NpgsqlConnection connection, Guid userId, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <summary>Analyses used in the running period, and analyses stored.</summary>
public sealed record Holdings(int Used, int History);

/// <summary>Counted in the database.</summary>
public sealed class StoredHoldings(UsageRecords records, IUsage usage) : IHoldings
{
    /// <inheritdoc />
    public async Task<Holdings> ReadAsync(NpgsqlConnection connection, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await records.ReadAsync(connection, userId, cancellationToken) ?? throw Usage.Gone();
        var history = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from analyses where user_id = @userId",
            new { userId },
            cancellationToken: cancellationToken));
        return new Holdings(usage.Of(stored, now).Used, history);
    }
}
