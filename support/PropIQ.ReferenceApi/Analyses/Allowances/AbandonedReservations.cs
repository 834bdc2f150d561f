using System.Collections.Concurrent;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Analyses.Allowances;

/// <summary>
/// Reservations that nobody works on any more although the database may still hold them: it was out of reach when they
/// were to be released. The user's next reservation drops them first. Each is forgotten once it has lapsed anyway.
/// </summary>
public sealed class AbandonedReservations(ReservationLimits limits, TimeProvider machine)
{
    private readonly ConcurrentDictionary<Guid, (Guid UserId, long Since)> abandoned = new();

    /// <summary>Remembers a reservation.</summary>
    public void Add(Guid userId, Guid id)
    {
        Forget([.. abandoned.Where(entry => machine.GetElapsedTime(entry.Value.Since) > limits.Lifetime).Select(entry => entry.Key)]);
        abandoned[id] = (userId, machine.GetTimestamp());
    }

    /// <summary>Forgets reservations that are gone.</summary>
    public void Forget(IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
        {
            abandoned.TryRemove(id, out _);
        }
    }

    /// <summary>A user's.</summary>
    public Guid[] Of(Guid userId) => [.. abandoned.Where(entry => entry.Value.UserId == userId).Select(entry => entry.Key)];
}

/// <summary>How long a reservation lives when nobody ends it: as long as its work can take, and a margin.</summary>
public sealed record ReservationLimits(TimeSpan Lifetime)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>The AI's time limit, the database's for storing, and the margin.</summary>
    public static ReservationLimits From(ReferenceApiOptions options) =>
        new(options.OpenAiTimeout + options.DatabaseTimeout + Margin);
}
