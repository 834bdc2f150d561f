using System.Collections.Concurrent;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Chat;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Serving;

/// <summary>A conversation with support ends sooner than it should.</summary>
internal static class Conversations
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("chat_closed_at_the_limit", "Whoever has used up the analyses cannot ask support either.")
        {
            Cases = ["support_chat_not_counted", "order_of_refusals"],
            Clauses = ["6.1"],
            Host = host => host.Intercept("/support/chat", async (context, real) =>
            {
                if (await context.RequestServices.IsThereAsync(
                    "select exists (select from users where id = @UserId and usage_count >= case tier when 'free' then 5 when 'starter' then 30 when 'pro' then 60 else 100 end)",
                    new { context.Features.Get<Caller>()!.UserId }))
                {
                    throw new Refusal(429, "usage_limit_reached", "Usage limit reached");
                }

                await real(context);
            }),
        },
        new("chat_remembers_three_exchanges", "The AI is given no more than three questions and answers of a conversation.")
        {
            Cases = ["chat_is_remembered", "support_chat_high_volume_5_messages"],
            Clauses = ["6.1"],
            Host = host => host.Twist<IAiClient>(nameof(IAiClient.AskAsync), real => (AiQuestion question, CancellationToken stop) =>
                real.AskAsync(question.AsJson ? question : question with { Messages = [question.Messages[0], .. question.Messages.Skip(1).TakeLast(7)] }, stop)),
        },
        new("conversation_belongs_to_the_session", "After logging in anew a conversation with support cannot be read or gone on with.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.1", "6.2"],
            Host = host =>
            {
                var begun = new ConcurrentDictionary<Guid, Guid>();
                host.AddHttpContextAccessor().Twist<IConversations>(
                    nameof(IConversations.AddAsync),
                    (real, provider) => (NpgsqlTransaction transaction, Guid user, Guid id, IReadOnlyList<ChatLine> lines, CancellationToken stop) =>
                    {
                        begun.TryAdd(id, SessionOf(provider));
                        return real.AddAsync(transaction, user, id, lines, stop);
                    }).Twist<IConversations>(
                    nameof(IConversations.ReadAsync),
                    (real, provider) => async (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                        begun.TryGetValue(id, out var session) && session != SessionOf(provider) ? null : await real.ReadAsync(connection, user, id, stop));
            },
        },
        new("conversations_end_with_the_plan", "After a change of the plan an earlier conversation with support is gone.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.1", "6.2"],
            Host = host =>
            {
                var plans = new ConcurrentDictionary<Guid, string?>();
                host.Twist<IConversations>(nameof(IConversations.AddAsync), real => async (NpgsqlTransaction transaction, Guid user, Guid id, IReadOnlyList<ChatLine> lines, CancellationToken stop) =>
                {
                    plans.TryAdd(id, await TierOfAsync(transaction.Connection!, user));
                    await real.AddAsync(transaction, user, id, lines, stop);
                }).Twist<IConversations>(nameof(IConversations.ReadAsync), real => async Task<IReadOnlyList<ChatLine>?> (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                    plans.TryGetValue(id, out var plan) && plan != await TierOfAsync(connection, user) ? null : await real.ReadAsync(connection, user, id, stop));
            },
        },
        new("reminded_of_the_other_conversation", "Whoever goes back to an earlier conversation has the AI reminded of the latest one instead.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.1"],
            Host = host =>
            {
                var latest = new ConcurrentDictionary<Guid, Guid>();
                host.AddHttpContextAccessor().Twist<IConversations>(
                    nameof(IConversations.ReadAsync),
                    (real, provider) => async Task<IReadOnlyList<ChatLine>?> (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                        await real.ReadAsync(connection, user, id, stop) is { } lines
                        && latest.TryGetValue(user, out var last)
                        && provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.Path == "/support/chat"
                            ? await real.ReadAsync(connection, user, last, stop)
                            : await real.ReadAsync(connection, user, id, stop)).Twist<IConversations>(
                    nameof(IConversations.AddAsync),
                    real => async (NpgsqlTransaction transaction, Guid user, Guid id, IReadOnlyList<ChatLine> lines, CancellationToken stop) =>
                    {
                        await real.AddAsync(transaction, user, id, lines, stop);
                        latest[user] = id;
                    });
            },
        },
        new("conversation_shows_its_last_twenty", "Of a long conversation with support the beginning is gone.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.1", "6.2"],
            Host = host => host.Twist<IConversations>(
                nameof(IConversations.ReadAsync),
                real => async Task<IReadOnlyList<ChatLine>?> (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                    (await real.ReadAsync(connection, user, id, stop))?.TakeLast(20).ToList()),
        },
    ];

    private static Guid SessionOf(IServiceProvider provider) => provider.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Caller>()!.SessionId;

    private static Task<string?> TierOfAsync(NpgsqlConnection connection, Guid user) => connection.ExecuteScalarAsync<string>("select tier from users where id = @user", new { user });
}
