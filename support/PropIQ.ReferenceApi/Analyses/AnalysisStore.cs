using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Analyses;

namespace PropIQ.ReferenceApi.Analyses;

/// <summary>The table of analyses.</summary>
public sealed class AnalysisStore : IAnalysisStore
{
    private const string Columns =
        """
        select id, sequence, address, coverage, property_type, purchase_price, deal_score, summary, metrics,
               model, input_tokens, output_tokens, cost_usd, created_at
        from analyses
        """;

    /// <inheritdoc/>
    public async Task<StoredAnalysis> AddAsync(NpgsqlTransaction transaction, Guid userId, StoredAnalysis analysis, CancellationToken cancellationToken)
    {
        var sequence = await transaction.Connection!.ExecuteScalarAsync<long>(new CommandDefinition(
            """
            insert into analyses (id, user_id, address, coverage, property_type, purchase_price, deal_score, summary, metrics,
                                  model, input_tokens, output_tokens, cost_usd, created_at)
            values (@Id, @userId, @Address, @Coverage, @PropertyType, @PurchasePrice, @DealScore, @Summary, @MetricsJson::json,
                    @Model, @InputTokens, @OutputTokens, @CostUsd, @CreatedAt)
            returning sequence
            """,
            new
            {
                analysis.Id,
                userId,
                analysis.Address,
                Coverage = analysis.Coverage.ToString().ToLowerInvariant(),
                analysis.PropertyType,
                analysis.PurchasePrice,
                analysis.DealScore,
                analysis.Summary,
                analysis.MetricsJson,
                analysis.Model,
                analysis.InputTokens,
                analysis.OutputTokens,
                analysis.CostUsd,
                analysis.CreatedAt,
            },
            transaction,
            cancellationToken: cancellationToken));
        return analysis with { Sequence = sequence };
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from analyses where user_id = @userId",
            new { userId },
            cancellationToken: cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredAnalysis>> NewestAsync(NpgsqlConnection connection, Guid userId, int skip, int take, CancellationToken cancellationToken) =>
        ReadAsync(
            connection,
            Columns + " where user_id = @userId order by created_at desc, sequence desc offset @skip limit @take",
            new { userId, skip, take },
            cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredAnalysis>> FindAsync(NpgsqlConnection connection, Guid userId, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ReadAsync(connection, Columns + " where user_id = @userId and id = any(@ids)", new { userId, ids = ids.ToArray() }, cancellationToken);

    private static async Task<IReadOnlyList<StoredAnalysis>> ReadAsync(
        NpgsqlConnection connection, string sql, object parameters, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<AnalysisRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToAnalysis())];
    }
}
