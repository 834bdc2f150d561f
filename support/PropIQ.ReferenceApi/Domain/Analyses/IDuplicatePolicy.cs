namespace PropIQ.ReferenceApi.Domain.Analyses;

/// <summary>Decides when a request repeats an earlier one of the same user for the same address (clause 3.7).</summary>
public interface IDuplicatePolicy
{
    /// <summary>
    /// True when what arrives at <paramref name="now"/> repeats what arrived at <paramref name="firstArrived"/>, both by the
    /// user's clock. <paramref name="inFlight"/>: the first has not been answered yet. The first is never a failure.
    /// </summary>
    bool Repeats(DateTimeOffset firstArrived, DateTimeOffset now, bool inFlight);
}

/// <summary>While the first is in flight, or less than a second after it arrived.</summary>
public sealed class DuplicatePolicy : IDuplicatePolicy
{
    /// <summary>How long a success is remembered, from its arrival.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public bool Repeats(DateTimeOffset firstArrived, DateTimeOffset now, bool inFlight) =>
        inFlight || now - firstArrived < Window;
}
