namespace PropIQ.ReferenceApi.Testing;

/// <summary>A moved clock: ahead of the machine's by <c>Offset</c>, or standing still at <c>FrozenAt</c>.</summary>
public sealed record ClockSetting(TimeSpan Offset, DateTimeOffset? FrozenAt)
{
    /// <summary>What it shows when the machine's clock shows <paramref name="machine"/>.</summary>
    public DateTimeOffset Read(DateTimeOffset machine) => FrozenAt ?? machine + Offset;

    /// <summary>The clock that shows <paramref name="reading"/> now, running or standing still.</summary>
    public static ClockSetting At(DateTimeOffset reading, DateTimeOffset machine, bool frozen) =>
        new(reading - machine, frozen ? reading : null);
}
