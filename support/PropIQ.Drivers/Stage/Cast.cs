using PropIQ.Client;

namespace PropIQ.Drivers.Stage;

/// <summary>The people of one scenario. "He", "she" and "they" are whoever was named last.</summary>
public sealed class Cast(PropIqUnderTest propIq, Traffic traffic) : IDisposable
{
    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase) { "he", "she", "they", "him", "her", "his", "their" };
    private readonly Dictionary<string, Actor> actors = [];
    private Actor? lastNamed;

    /// <summary>Everyone so far.</summary>
    public IReadOnlyCollection<Actor> Everyone => actors.Values;

    /// <summary>Whoever was named last.</summary>
    /// <exception cref="InvalidOperationException">Nobody was named yet.</exception>
    public Actor InFocus => lastNamed ?? throw new InvalidOperationException("Nobody was named yet: name the person before saying he or she.");

    /// <summary>The person of that name, or behind that pronoun; a name that is new enters the stage.</summary>
    /// <exception cref="InvalidOperationException">A pronoun before anyone was named.</exception>
    public Actor Find(string nameOrPronoun)
    {
        if (Pronouns.Contains(nameOrPronoun))
        {
            return InFocus;
        }

        if (!actors.TryGetValue(nameOrPronoun, out var actor))
        {
            actor = new Actor(nameOrPronoun, Connect);
            actors.Add(nameOrPronoun, actor);
        }

        return lastNamed = actor;
    }

    /// <summary>A fresh way to PropIQ from an address of its own.</summary>
    public PropIqClient Connect() => new(propIq.Reach() with
    {
        TestingSecret = propIq.TestingSecret,
        Between = propIq.Between,
        OnExchange = traffic.Add,
    });

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var actor in actors.Values)
        {
            actor.Dispose();
        }
    }
}
