using Dapper;
using Npgsql;

namespace PropIQ.ReferenceApi.Chat;

/// <summary>The tables of conversations and messages.</summary>
public sealed class Conversations : IConversations
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChatLine>?> ReadAsync(
        NpgsqlConnection connection, Guid userId, Guid conversationId, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            """
            select messages.role, messages.content, messages.created_at
            from conversations join messages on messages.conversation_id = conversations.id
            where conversations.id = @conversationId and conversations.user_id = @userId
            order by messages.sequence
            """,
            new { conversationId, userId },
            cancellationToken: cancellationToken));

        // A conversation begins with its first messages: one without any does not exist.
        var lines = rows.Select(row => new ChatLine(row.Role, row.Content, row.CreatedAt)).ToList();
        return lines.Count == 0 ? null : lines;
    }

    /// <inheritdoc/>
    public async Task AddAsync(
        NpgsqlTransaction transaction, Guid userId, Guid conversationId, IReadOnlyList<ChatLine> lines, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into conversations (id, user_id, created_at) values (@conversationId, @userId, @Timestamp) on conflict (id) do nothing",
            new { conversationId, userId, lines[0].Timestamp },
            transaction,
            cancellationToken: cancellationToken));
        foreach (var line in lines)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "insert into messages (conversation_id, role, content, created_at) values (@conversationId, @Role, @Content, @Timestamp)",
                new { conversationId, line.Role, line.Content, line.Timestamp },
                transaction,
                cancellationToken: cancellationToken));
        }
    }

    private sealed record Row
    {
        public required string Role { get; init; }

        public required string Content { get; init; }

        public required DateTimeOffset CreatedAt { get; init; }
    }
}
