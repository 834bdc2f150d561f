using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PropIQ.ReferenceApi.Ai;
using PropIQ.ReferenceApi.Chat;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Serving;

/// <summary>Support forgets, charges, or answers the wrong things.</summary>
internal static class Chats
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("chat_counts", "A question to support costs an analysis.")
        {
            Cases = ["support_chat_not_counted", "support_chat_high_volume_5_messages", "courses_of_events"],
            Clauses = ["6.1"],
            Host = host => host.Twist<IConversations>(
                nameof(IConversations.AddAsync),
                real => async (NpgsqlTransaction transaction, Guid user, Guid id, IReadOnlyList<ChatLine> lines, CancellationToken stop) =>
                {
                    await real.AddAsync(transaction, user, id, lines, stop);
                    await Dapper.SqlMapper.ExecuteAsync(transaction.Connection!, "update users set usage_count = usage_count + 1 where id = @user", new { user }, transaction);
                }),
        },
        new("chat_forgets_what_was_said", "The AI is given each question alone.")
        {
            Cases = ["chat_is_remembered", "support_chat_high_volume_5_messages"],
            Clauses = ["6.1"],
            Host = Asking((real, question, stop) => real.AskAsync(question with { Messages = [question.Messages[0], question.Messages[^1]] }, stop)),
        },
        new("chat_remembers_its_own_words_only", "The AI is reminded of its answers and not of the questions.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.1"],
            Host = Asking((real, question, stop) =>
                real.AskAsync(question with { Messages = [.. question.Messages.SkipLast(1).Where(message => message.Role != ChatLine.User), question.Messages[^1]] }, stop)),
        },
        new("each_question_a_conversation", "Each question opens a conversation of its own.")
        {
            Cases = ["support_chat_high_volume_5_messages", "chat_is_remembered"],
            Clauses = ["6.1", "6.2"],
            Host = host => host.Intercept("/support/chat", (context, real) => real(context.WithBody(body => body.Remove("conversation_id")))),
        },
        new("one_conversation_a_customer", "Whoever begins another conversation goes on with the former.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.1"],
            Host = host =>
            {
                var begun = new System.Collections.Concurrent.ConcurrentDictionary<Guid, string>();
                host.Intercept("/support/chat", (context, real) =>
                {
                    var user = context.Features.Get<Caller>()!.UserId;
                    var asked = context.WithBody(body =>
                    {
                        if (begun.TryGetValue(user, out var former))
                        {
                            body["conversation_id"] = former;
                        }
                    });
                    return ChangedAnswer.OfAsync(asked, real, answer => begun[user] = (string)answer["conversation_id"]!);
                });
            },
        },
        new("conversations_end_with_the_process", "What was said to support is forgotten when PropIQ is started anew.")
        {
            Cases = ["crash_keeps_what_was_answered"],
            Clauses = ["6.2"],
            Host = host =>
            {
                var remembered = new System.Collections.Concurrent.ConcurrentDictionary<Guid, bool>();
                host.Twist<IConversations>(
                    nameof(IConversations.AddAsync),
                    real => (NpgsqlTransaction transaction, Guid user, Guid id, IReadOnlyList<ChatLine> lines, CancellationToken stop) =>
                    {
                        remembered[id] = true;
                        return real.AddAsync(transaction, user, id, lines, stop);
                    }).Twist<IConversations>(
                    nameof(IConversations.ReadAsync),
                    real => async (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                        remembered.ContainsKey(id) ? await real.ReadAsync(connection, user, id, stop) : null);
            },
        },
        new("conversation_backwards", "A conversation is shown with the newest line first.")
        {
            Cases = ["chat_is_remembered", "support_chat_high_volume_5_messages"],
            Clauses = ["6.2"],
            Host = host => host.Intercept("/support/history/{conversation_id}", async (context, real) =>
            {
                context.Items["backwards"] = true;
                await real(context);
            }).AddHttpContextAccessor().Twist<IConversations>(
                nameof(IConversations.ReadAsync),
                (real, provider) => async (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                    await real.ReadAsync(connection, user, id, stop) is { } lines && provider.GetRequiredService<Microsoft.AspNetCore.Http.IHttpContextAccessor>().HttpContext?.Items.ContainsKey("backwards") == true
                        ? (IReadOnlyList<ChatLine>?)[.. lines.Reverse()]
                        : await real.ReadAsync(connection, user, id, stop)),
        },
        new("messages_escaped", "Signs in a message come back escaped.")
        {
            Cases = ["chat_is_remembered"],
            Clauses = ["6.2"],
            Host = Reading((real, message) => real.Read(message) is { } text ? System.Net.WebUtility.HtmlEncode(text) : null),
        },
        new("unknown_conversation_begun", "Who goes on with a conversation that never was begins a new one.")
        {
            Cases = ["chat_is_remembered", "another_customers_things"],
            Clauses = ["6.1"],
            Host = host => host.Intercept("/support/chat", async (context, real) =>
            {
                try
                {
                    await real(context);
                }
                catch (Refusal refusal) when (refusal.Code == "not_found")
                {
                    await real(context.WithBody(body => body.Remove("conversation_id")));
                }
            }),
        },
        new("anothers_conversation_read", "Whoever knows a conversation's number can read it and go on with it.")
        {
            Cases = ["another_customers_things"],
            Clauses = ["2.10"],
            Host = host => host.Twist<IConversations>(
                nameof(IConversations.ReadAsync),
                real => async (NpgsqlConnection connection, Guid user, Guid id, CancellationToken stop) =>
                    await Dapper.SqlMapper.ExecuteScalarAsync<Guid?>(connection, "select user_id from conversations where id = @id", new { id }) is { } owner
                        ? await real.ReadAsync(connection, owner, id, stop)
                        : null),
        },
        new("messages_of_2001_taken", "A message may have one character too many.")
        {
            Cases = ["chat_message_length"],
            Clauses = ["6.1"],
            Host = Reading((real, message) => real.Read(message) ?? (message.Value is { } text && text.EnumerateRunes().Count() == 2001 ? text : null)),
        },
        new("messages_counted_in_halves", "Characters beyond the first 65,536 count twice in a message.")
        {
            Cases = ["chat_message_length"],
            Clauses = ["6.1"],
            Host = Reading((real, message) => message.Value?.Length > ChatMessages.MaximumLength ? null : real.Read(message)),
        },
        new("blank_messages_answered", "The AI is paid to answer nothing.")
        {
            Cases = ["chat_message_length", "order_of_refusals"],
            Clauses = ["6.1"],
            Host = Reading((real, message) => real.Read(message) ?? (string.IsNullOrWhiteSpace(message.Value) ? "?" : null)),
        },
        new("canned_answer_when_the_ai_is_down", "When the AI is down, support pretends to answer.")
        {
            Cases = ["chat_ai_unavailable"],
            Clauses = ["6.1"],
            Host = Asking(async (real, question, stop) =>
            {
                try
                {
                    return await real.AskAsync(question, stop);
                }
                catch (Refusal)
                {
                    return new AiReply("Thank you for your question.", "none", 0, 0);
                }
            }),
        },
    ];

    private static Action<IServiceCollection> Asking(Func<IAiClient, AiQuestion, CancellationToken, Task<AiReply>> instead) => host => host.Twist<IAiClient>(
        nameof(IAiClient.AskAsync), real => (AiQuestion question, CancellationToken stop) => question.AsJson ? real.AskAsync(question, stop) : instead(real, question, stop));

    private static Action<IServiceCollection> Reading(Func<IChatMessages, Field<string>, string?> instead) =>
        host => host.Twist<IChatMessages>(nameof(IChatMessages.Read), real => (Field<string> message) => instead(real, message));
}
