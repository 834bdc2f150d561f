using Npgsql;

namespace PropIQ.ReferenceApi.Chat;

/// <summary>Keeps conversations. Whoever asks sees their own only (clause 2.10).</summary>
public interface IConversations
{
    /// <summary>The messages of a user's conversation, oldest first; null when the user has no such conversation.</summary>
    Task<IReadOnlyList<ChatLine>?> ReadAsync(NpgsqlConnection connection, Guid userId, Guid conversationId, CancellationToken cancellationToken);

    /// <summary>Adds messages, in order, to a conversation, which begins with them if it is new.</summary>
    Task AddAsync(NpgsqlTransaction transaction, Guid userId, Guid conversationId, IReadOnlyList<ChatLine> lines, CancellationToken cancellationToken);
}

/// <summary>One message; <c>Role</c> is user or assistant, the time by the user's clock.</summary>
public sealed record ChatLine(string Role, string Content, DateTimeOffset Timestamp)
{
    /// <summary>Whoever has an account.</summary>
    public const string User = "user";

    /// <summary>The AI.</summary>
    public const string Assistant = "assistant";
}
