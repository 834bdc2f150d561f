using System.Text.Json;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;

namespace PropIQ.ReferenceApi.Subscriptions;

/// <summary>Tells the team (clause 8.3).</summary>
public interface INotices
{
    /// <summary>Has the notice sent if and when <paramref name="transaction"/> commits.</summary>
    Task WriteAsync(NpgsqlTransaction transaction, Guid userId, Notice notice, CancellationToken cancellationToken);
}

/// <summary>Through the outbox to Slack.</summary>
public sealed class SlackNotices(IOutbox outbox, INoticeWording wording) : INotices
{
    /// <inheritdoc />
    public Task WriteAsync(NpgsqlTransaction transaction, Guid userId, Notice notice, CancellationToken cancellationToken) =>
        outbox.EnqueueAsync(
            transaction,
            OutboxChannel.Slack,
            userId,
            JsonSerializer.Serialize(new { text = Escaped(wording.Of(notice)) }, Json.Options),
            cancellationToken);

    // The three characters that Slack reads as markup.
    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
