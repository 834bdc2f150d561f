namespace PropIQ.Simulator.Running;

/// <summary>What a user's clock at PropIQ shows: the machine's until it is moved.</summary>
internal sealed class UserClock(TimeProvider time)
{
    private DateTimeOffset? reading;
    private DateTimeOffset takenAt;
    private bool frozen;

    public DateTimeOffset Now => reading is not { } shown ? time.GetUtcNow() : frozen ? shown : shown + (time.GetUtcNow() - takenAt);

    /// <summary>PropIQ told what it shows.</summary>
    public void Set(DateTimeOffset now, bool frozen)
    {
        (reading, takenAt, this.frozen) = (now, time.GetUtcNow(), frozen);
    }
}
