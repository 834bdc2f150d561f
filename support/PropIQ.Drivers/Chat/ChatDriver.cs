using System.Text.Json;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Stage;
using PropIQ.Drivers.Time;

namespace PropIQ.Drivers.Chat;

/// <summary>Talking with PropIQ's support.</summary>
public sealed class ChatDriver(Asking asking, TimeDriver time)
{
    private readonly Dictionary<Actor, JsonId> conversations = [];
    private readonly Dictionary<Actor, List<string>> questions = [];

    /// <summary>Says something in the person's conversation, which the first message opens.</summary>
    public async Task<Attempt<ChatReply>> SayAsync(Actor actor, string message, CancellationToken cancellationToken)
    {
        var attempt = await SayInAsync(actor, message, conversations.GetValueOrDefault(actor), cancellationToken);
        questions.TryAdd(actor, []);
        questions[actor].Add(message);
        if (attempt.Answer.Value?.ConversationId is { } id)
        {
            conversations[actor] = id;
        }

        return attempt;
    }

    /// <summary>Says two things in the person's conversation at the same moment.</summary>
    public async Task SayTogetherAsync(Actor actor, string one, string other, CancellationToken cancellationToken)
    {
        var (token, id) = (actor.Token, ConversationOf(actor));
        await asking.TryTogetherAsync(actor, [Ask(one), Ask(other)], cancellationToken);
        questions[actor].AddRange([one, other]);
        (string, Func<PropIqClient, Task<Answer<ChatReply>>>) Ask(string message) => ("ask support", client => client.ChatAsync(token, message, id, cancellationToken));
    }

    /// <summary>The conversation keeps every question that was asked and the answer that was given to it, in whatever order.</summary>
    public async Task ShouldKeepAllAsync(Actor actor, CancellationToken cancellationToken)
    {
        var answers = actor.Journal.Of<ChatReply>().Select(attempt => attempt.ShouldSucceed().Response ?? "");
        var said = questions[actor].Concat(answers).Order(StringComparer.Ordinal).ToList();
        var kept = (await SaidAsync(actor, cancellationToken)).Order(StringComparer.Ordinal).ToList();
        Verdict.That(kept.SequenceEqual(said), $"{actor}'s conversation should keep {said.Count} messages, but keeps {kept.Count}, or other ones: {string.Join(" / ", kept)}");
    }

    /// <summary>Begins another conversation; the former one stays the person's own.</summary>
    public Task BeginAnotherAsync(Actor actor, string message, CancellationToken cancellationToken) => SayInAsync(actor, message, null, cancellationToken);

    /// <summary>The newest answer was given in a conversation of its own, which keeps nothing but this question and its answer.</summary>
    public async Task ShouldBeAnotherAsync(Actor actor, CancellationToken cancellationToken)
    {
        var reply = actor.Journal.LastOf<ChatReply>().ShouldBeWhole();
        Verdict.That(reply.ConversationId != ConversationOf(actor), $"{actor}'s question \"{reply.Message}\" should begin another conversation, but goes on with the former");
        var kept = (await ReadAsync(actor, reply.ConversationId!, cancellationToken)).ShouldBeWhole().Messages!;
        Verdict.That(
            kept.Select(message => message.Content).SequenceEqual([reply.Message, reply.Response]),
            $"{actor}'s other conversation should keep its own question and answer alone, but keeps: {string.Join(" / ", kept.Select(message => message.Content))}");
    }

    /// <summary>Goes on with a conversation that there never was.</summary>
    public Task SayNowhereAsync(Actor actor, string message, CancellationToken cancellationToken) =>
        SayInAsync(actor, message, Guid.NewGuid().ToString(), cancellationToken);

    /// <summary>What was said and answered in the person's conversation so far, in order, as PropIQ keeps it.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync(Actor actor, CancellationToken cancellationToken)
    {
        var id = ConversationOf(actor);
        var kept = await asking.LookAsync(actor, "read the conversation", client => client.GetConversationAsync(actor.Token, id, cancellationToken), cancellationToken);
        return [.. Verdict.Given(kept.Messages, "the conversation's messages").Select(message => message.Content ?? "")];
    }

    /// <summary>Says several things, one after the other.</summary>
    public async Task SayAllAsync(Actor actor, IReadOnlyList<string> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await SayAsync(actor, message, cancellationToken);
        }
    }

    /// <summary>Says something in a conversation named by its id.</summary>
    public Task<Attempt<ChatReply>> SayInAsync(Actor actor, string message, JsonId? conversationId, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "ask support", client => client.ChatAsync(actor.Token, message, conversationId, cancellationToken), cancellationToken);

    /// <summary>Tries to read a conversation named by its id.</summary>
    public Task<Attempt<Conversation>> ReadAsync(Actor actor, JsonId conversationId, CancellationToken cancellationToken) =>
        asking.TryAsync(actor, "read a conversation", client => client.GetConversationAsync(actor.Token, conversationId, cancellationToken), cancellationToken);

    /// <summary>The id of the person's conversation.</summary>
    public JsonId ConversationOf(Actor actor) => questions.ContainsKey(actor)
        ? Verdict.Given(conversations.GetValueOrDefault(actor) ?? actor.Journal.Of<ChatReply>()[0].ShouldSucceed().ConversationId, "the conversation's id")
        : throw new InvalidOperationException($"{actor} has not talked with support yet.");

    /// <summary>Each question that was asked got an answer at once, and the one conversation keeps them all, and the answers, in order.</summary>
    public async Task ShouldHaveAnsweredEachAsync(Actor actor, CancellationToken cancellationToken)
    {
        foreach (var (attempt, question) in actor.Journal.Of<ChatReply>().Zip(questions[actor]))
        {
            var reply = attempt.ShouldBeWhole();
            Verdict.That(
                reply.Success == true && await time.IsJustNowAsync(actor, reply.Timestamp!.Value, cancellationToken),
                $"{actor}'s question \"{question}\" should count as answered just now, but {(reply.Success == true ? $"is at {reply.Timestamp:u}" : "does not")}");
            Verdict.That(reply.Message == question, $"the answer to {actor} should repeat \"{question}\", but repeats \"{reply.Message}\"");
            Verdict.That(!string.IsNullOrWhiteSpace(reply.Response), $"{actor} should get an answer to \"{reply.Message}\", but gets none");
            Verdict.That(reply.ConversationId == ConversationOf(actor), $"{actor}'s questions should stay in one conversation, but were spread over several");
        }

        var kept = await ShouldKeepAsync(actor, questions[actor], cancellationToken);
        Verdict.That(
            kept.Where(message => message.Role == "assistant").Select(message => message.Content).SequenceEqual(actor.Journal.Of<ChatReply>().Select(attempt => attempt.Answer.Value!.Response)),
            $"{actor}'s conversation should keep each answer as it was given, but keeps another");
    }

    /// <summary>The newest answer tells the tokens, one by one or their sum, in whatever shape (contract, 6.1).</summary>
    public void ShouldTellTokens(Actor actor, int read, int written)
    {
        var told = actor.Journal.LastOf<ChatReply>().ShouldBeWhole().Tokens!.Value;
        var numbers = Numbers(told).ToHashSet();
        Verdict.That(
            numbers.IsSupersetOf([read, written]) || numbers.SetEquals([read + written]),
            $"support's answer to {actor} should tell of {read} tokens read and {written} written, but tells of {told.GetRawText()}");
    }

    private static IEnumerable<decimal> Numbers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => [value.GetDecimal()],
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Numbers(member.Value)),
        _ => [],
    };

    /// <summary>The person's conversation as PropIQ keeps it: these questions in this order, each followed by an answer.</summary>
    public async Task<IReadOnlyList<ChatMessage>> ShouldKeepAsync(Actor actor, IReadOnlyList<string> asked, CancellationToken cancellationToken)
    {
        var messages = (await ReadAsync(actor, ConversationOf(actor), cancellationToken)).ShouldBeWhole().Messages!;
        Verdict.That(
            messages.Where(message => message.Role == "user").Select(message => message.Content).SequenceEqual(asked),
            $"{actor}'s conversation should keep the {asked.Count} questions in order, but keeps: {string.Join(" / ", messages.Select(message => message.Content))}");
        Verdict.That(
            messages.All(message => message.Timestamp is not null) && messages.Zip(messages.Skip(1)).All(pair => pair.First.Timestamp <= pair.Second.Timestamp),
            $"each message in {actor}'s conversation should say when it was, none before the one above it");
        Verdict.That(
            messages.Count == 0 || await time.IsJustNowAsync(actor, messages[0].Timestamp!.Value, cancellationToken),
            $"{actor}'s conversation should have begun just now, but says {messages.FirstOrDefault()?.Timestamp:u}");
        Verdict.That(
            messages.Select(message => message.Role).SequenceEqual(asked.SelectMany(_ => (string[])["user", "assistant"]))
                && messages.All(message => !string.IsNullOrWhiteSpace(message.Content)),
            $"each of {actor}'s questions should be followed by an answer, but the conversation goes {string.Join(", ", messages.Select(message => message.Role))}");
        return messages;
    }
}
