namespace PropIQ.ReferenceApi.Testing;

/// <summary>The machine's clock in whole microseconds, which is what the database keeps: a time read back is the time that was written.</summary>
public sealed class MachineClock : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => Whole(base.GetUtcNow());

    /// <summary>Cuts off what is finer than a microsecond.</summary>
    public static DateTimeOffset Whole(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
