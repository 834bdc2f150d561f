using PropIQ.Drivers.Collaborators;
using PropIQ.Mocks.Inbox;

namespace PropIQ.Drivers.Stage;

/// <summary>
/// What had to happen, where nobody can be put in place, before a scenario's story begins: who is to have a plan has to buy
/// it first. What Slack was rightly told of that is no part of the story.
/// </summary>
public sealed class Prologue
{
    private readonly Dictionary<Actor, List<KindOfNotice>> notices = [];

    /// <summary>Slack is told so of the person before the story begins.</summary>
    public void Told(Actor actor, KindOfNotice notice)
    {
        notices.TryAdd(actor, []);
        notices[actor].Add(notice);
    }

    /// <summary>The messages about a person without those of before, of each the oldest.</summary>
    public IReadOnlyList<InboxMessage> Without(Actor actor, IReadOnlyList<InboxMessage> messages)
    {
        var story = messages.ToList();
        foreach (var notice in notices.GetValueOrDefault(actor) ?? [])
        {
            var before = story.FindIndex(message => notice.IsIn(message.Body));
            if (before >= 0)
            {
                story.RemoveAt(before);
            }
        }

        return story;
    }
}
