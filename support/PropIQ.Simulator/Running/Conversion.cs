namespace PropIQ.Simulator.Running;

/// <summary>Whether a user converted: PropIQ itself names a dearer plan than the one that it named at first.</summary>
internal sealed class Conversion
{
    private static readonly string[] Ladder = ["free", "starter", "pro", "elite"];
    private readonly Lock gate = new();

    /// <summary>The first plan that PropIQ named.</summary>
    public string? From { get; private set; }

    /// <summary>The latest plan that PropIQ named.</summary>
    public string? Now { get; private set; }

    /// <summary>The plan that the user converted to; null when none was confirmed.</summary>
    public string? To { get; private set; }

    /// <summary>When PropIQ first confirmed it.</summary>
    public DateTimeOffset? At { get; private set; }

    /// <summary>PropIQ named the user's plan.</summary>
    public void Confirm(string? tier, DateTimeOffset at)
    {
        var rank = Array.IndexOf(Ladder, tier);
        if (rank < 0)
        {
            return;
        }

        lock (gate)
        {
            From ??= tier;
            Now = tier;
            if (rank > Array.IndexOf(Ladder, To ?? From))
            {
                (To, At) = (tier, at);
            }
        }
    }
}
