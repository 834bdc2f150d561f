using PropIQ.Client;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Chat;
using PropIQ.Drivers.Faults;
using PropIQ.Drivers.Properties;

namespace PropIQ.Drivers.Courses;

/// <summary>Talking with support in a course of events: it never counts, and everything is remembered (contract, section 6).</summary>
public sealed class TalkingDeeds(ChatDriver chat, AiWitness ai, FaultDriver faults)
{
    // Of a long conversation PropIQ need not tell the AI everything.
    private const int Reminded = 8;
    private static readonly string[] Questions = ["What is a cap rate?", "How do I export?", "Is 5 % vacancy usual?", "¿Qué es el DSCR?", "When does my month end?"];

    internal IReadOnlyList<Deed> All =>
    [
        new("support is asked in a new conversation", 2, _ => true, (course, token) => AskAsync(course, null, token)),
        new("support is asked more", 3, books => books.Talks.Count > 0, (course, token) => AskAsync(course, course.OneOf(course.Books.Talks).Id, token)),
        new("the AI fails support", 1, books => books.Talks.Count > 0, FailAsync),
        new("a conversation is read", 2, books => books.Talks.Count > 0, (course, token) => ShouldBeKeptAsync(course, course.OneOf(course.Books.Talks), token)),
    ];

    /// <summary>Every conversation is kept, each with all that was said in it.</summary>
    internal async Task ShouldAllBeKeptAsync(Course course, CancellationToken cancellationToken)
    {
        foreach (var talk in course.Books.Talks)
        {
            await ShouldBeKeptAsync(course, talk, cancellationToken);
        }
    }

    private async Task AskAsync(Course course, JsonId? conversation, CancellationToken cancellationToken)
    {
        var question = course.OneOf(Questions);
        var reply = (await chat.SayInAsync(course.Actor, question, conversation, cancellationToken)).ShouldBeWhole();
        Verdict.That(reply.Success == true && reply.Message == question, $"support should take the question \"{question}\", but takes \"{reply.Message}\"");
        var known = course.Books.Talks.FindIndex(talk => talk.Id == reply.ConversationId);
        Verdict.That(conversation is null ? known < 0 : conversation == reply.ConversationId, $"support's answer should be in the {(conversation is null ? "new" : "same")} conversation, but is in another");
        if (known < 0)
        {
            course.Books.Talks.Add((reply.ConversationId!, [question, reply.Response!]));
        }
        else
        {
            var said = course.Books.Talks[known].Said;
            await ai.ShouldHaveBeenToldAsync(course.Actor, [.. said.TakeLast(Reminded), question], cancellationToken);
            said.AddRange([question, reply.Response!]);
        }
    }

    private async Task FailAsync(Course course, CancellationToken cancellationToken)
    {
        var talk = course.OneOf(course.Books.Talks);
        var question = course.OneOf(Questions);
        var attempt = await faults.WhileAiRefusesAsync(course.Actor, 503, () => chat.SayInAsync(course.Actor, question, talk.Id, cancellationToken), cancellationToken);
        course.ShouldBeRefused("the AI is not available", attempt);
    }

    private async Task ShouldBeKeptAsync(Course course, (JsonId Id, List<string> Said) talk, CancellationToken cancellationToken)
    {
        var kept = (await chat.ReadAsync(course.Actor, talk.Id, cancellationToken)).ShouldBeWhole().Messages!.Select(message => message.Content ?? "").ToList();
        Verdict.That(kept.SequenceEqual(talk.Said), $"the conversation should keep {string.Join(" / ", talk.Said)}, but keeps {string.Join(" / ", kept)}");
    }
}
