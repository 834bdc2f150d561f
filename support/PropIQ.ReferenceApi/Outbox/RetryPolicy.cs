namespace PropIQ.ReferenceApi.Outbox;

/// <summary>How long to wait before a message is tried again.</summary>
public interface IRetryPolicy
{
    /// <summary>The pause after <paramref name="attempts"/> failed attempts.</summary>
    TimeSpan PauseAfter(int attempts);
}

/// <summary>Doubles from <paramref name="first"/> up to an hour, and never gives up.</summary>
public sealed class RetryPolicy(TimeSpan first) : IRetryPolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public TimeSpan PauseAfter(int attempts) =>
        TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, first.TotalSeconds * Math.Pow(2, Math.Clamp(attempts - 1, 0, 30))));
}
