using PropIQ.Drivers.Stage;

namespace PropIQ.Drivers.Attempts;

/// <summary>Whether what was to happen at the same moment did.</summary>
public static class Together
{
    /// <summary>At least two requests of the newest batch were under way at once: without that, the scenario shows nothing.</summary>
    public static void ShouldHaveOverlapped(Actor actor)
    {
        var exchanges = actor.Journal.LastBatch.Select(attempt => attempt.Exchange).OrderBy(exchange => exchange.StartedAt).ToList();
        Verdict.That(
            exchanges.Zip(exchanges.Skip(1)).Any(pair => pair.Second.StartedAt < pair.First.StartedAt + pair.First.Duration),
            $"{actor}'s {exchanges.Count} requests were to be under way together, but went one after the other");
    }
}
