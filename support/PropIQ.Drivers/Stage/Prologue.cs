using PropIQ.Drivers.Collaborators;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Drivers.Stage;

/// <summary>
/// What had to happen, where nobody can be put in place, before a scenario's story begins: who is to have a plan has to buy
/// it first. What Slack was rightly told of that, and PropIQ by Stripe, is no part of the story.
/// </summary>
public sealed class Prologue
{
    private readonly Dictionary<Actor, List<KindOfNotice>> notices = [];
    private readonly Dictionary<Actor, HashSet<string>> news = [];

    /// <summary>Slack is told so of the person before the story begins.</summary>
    public void Told(Actor actor, KindOfNotice notice)
    {
        notices.TryAdd(actor, []);
        notices[actor].Add(notice);
    }

    /// <summary>Stripe has told all this of the person before the story begins.</summary>
    public void Delivered(Actor actor, IEnumerable<DeliveryAttempt> deliveries) => news[actor] = [.. deliveries.Select(delivery => delivery.EventId)];

    /// <summary>What Stripe told of a person, without the news of before.</summary>
    public IReadOnlyList<DeliveryAttempt> Without(Actor actor, IReadOnlyList<DeliveryAttempt> deliveries) =>
        news.TryGetValue(actor, out var before) ? [.. deliveries.Where(delivery => !before.Contains(delivery.EventId))] : deliveries;

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
