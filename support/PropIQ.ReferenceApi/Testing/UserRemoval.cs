using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Removes test users and all that is theirs (clause 10.5).</summary>
public sealed class UserRemoval(UserClocks clocks, StallKeeper stalls, Database database)
{
    // A run's e-mails are name+run.number@… or name+run@…; a clock may stand there for an e-mail without an account.
    private const string Scope =
        """
        case when @run::text is not null
            then strpos(split_part(email_key, '@', 1) || '.', '+' || @run || '.') > 0
            else split_part(email_key, '@', 2) = @domain
        end
        """;

    /// <summary>Removes the users of a run, or of a domain; 422 without either, lest it be everyone.</summary>
    public async Task<RemovedAnswer> RemoveAsync(string? run, string? domain, CancellationToken cancellationToken)
    {
        var scope = new { run = Given(run), domain = Given(domain) };
        if (scope.run is null && scope.domain is null)
        {
            throw new Refusal(422, "invalid_scope", "Say whose users to remove: run=… or domain=….");
        }

        var emails = await database.QueryAsync(
            (connection, limited) => ReadAsync<string>(connection, null, $"select email_key from users where {Scope}", scope, limited),
            cancellationToken);
        foreach (var email in emails)
        {
            await stalls.ReleaseAsync(email);
        }

        return await database.InTransactionAsync((transaction, limited) => RemoveAsync(transaction, scope, limited), cancellationToken);
    }

    private async Task<RemovedAnswer> RemoveAsync(NpgsqlTransaction transaction, object scope, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        var users = await ReadAsync<Guid>(connection, transaction, $"select id from users where {Scope} for update", scope, cancellationToken);
        var removed = await connection.QuerySingleAsync<Counts>(new CommandDefinition(
            """
            select (select count(*) from analyses where user_id = any(@users)) as analyses,
                   (select count(*) from conversations where user_id = any(@users)) as conversations
            """,
            new { users },
            transaction,
            cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from users where id = any(@users)", new { users }, transaction, cancellationToken: cancellationToken));
        foreach (var key in await ReadAsync<string>(
            connection, transaction, $"delete from user_clocks where {Scope} returning email_key", scope, cancellationToken))
        {
            clocks.Apply(key, null);
        }

        return new RemovedAnswer(users.Count, (int)removed.Analyses, (int)removed.Conversations);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToLowerInvariant();

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, object scope, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, scope, transaction, cancellationToken: cancellationToken))).AsList();

    private sealed record Counts(long Analyses, long Conversations);
}
