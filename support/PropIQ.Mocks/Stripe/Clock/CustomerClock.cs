namespace PropIQ.Mocks.Stripe.Clock;

/// <summary>One customer's time: the machine's until it is set, then running on from where it was set, or standing still.</summary>
internal sealed class CustomerClock(TimeProvider machine)
{
    private DateTimeOffset? _set;
    private long _setAt;
    private bool _frozen;

    /// <summary>Now, in whole seconds, as Stripe counts.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = _set is not { } set ? machine.GetUtcNow()
                : _frozen ? set
                : set + machine.GetElapsedTime(_setAt);
            return Whole(now);
        }
    }

    public void Set(DateTimeOffset now, bool frozen) => (_set, _setAt, _frozen) = (now, machine.GetTimestamp(), frozen);

    /// <summary>The whole second that <paramref name="time"/> lies in, in UTC.</summary>
    public static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
