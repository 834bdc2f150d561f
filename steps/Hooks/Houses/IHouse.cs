using PropIQ.Drivers.Stage;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>Where a run's scenarios are played: the PropIQ that they share, and one that a scenario may break.</summary>
internal interface IHouse : IAsyncDisposable
{
    /// <summary>What can be done here, at most; what turns out not to work is in <see cref="BrokenAsync"/>.</summary>
    Task<IReadOnlySet<string>> CapabilitiesAsync(CancellationToken cancellationToken);

    /// <summary>What should be possible here and is not, with the reason.</summary>
    Task<IReadOnlyDictionary<string, string>> BrokenAsync(CancellationToken cancellationToken);

    /// <summary>Starts what takes long, while something else is being done.</summary>
    void Begin();

    /// <summary>The PropIQ that a scenario plays against, until the stay is over.</summary>
    /// <param name="tags">The scenario's tags: which PropIQ it needs.</param>
    /// <param name="begin">Called when there is nothing left to wait for but the start of what is the scenario's own: its time begins.</param>
    /// <param name="cancellationToken">Ends with the run.</param>
    Task<Stay> EnterAsync(IReadOnlyCollection<string> tags, Func<CancellationToken> begin, CancellationToken cancellationToken);
}

/// <summary>A scenario's stay: the PropIQ, and what is to be cleared away afterwards.</summary>
internal sealed class Stay(PropIqUnderTest propIq, Func<ValueTask> leave) : IAsyncDisposable
{
    private int left;

    /// <summary>The PropIQ of this stay.</summary>
    public PropIqUnderTest PropIq { get; } = propIq;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Interlocked.Exchange(ref left, 1) == 0 ? leave() : ValueTask.CompletedTask;
}
