namespace PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;

/// <summary>How far a signature's time may be from now (clause 5.5).</summary>
public interface ISignatureTolerance
{
    /// <summary>True when a signature made at <paramref name="signedAt"/> is good at <paramref name="now"/>.</summary>
    bool Accepts(DateTimeOffset signedAt, DateTimeOffset now);
}

/// <summary>300 seconds either way, both ends included. Compared in whole seconds, as signatures are stamped.</summary>
public sealed class SignatureTolerance : ISignatureTolerance
{
    private const long Seconds = 300;

    /// <inheritdoc />
    public bool Accepts(DateTimeOffset signedAt, DateTimeOffset now) =>
        Math.Abs(now.ToUnixTimeSeconds() - signedAt.ToUnixTimeSeconds()) <= Seconds;
}
