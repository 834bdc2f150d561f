using PropIQ.Steps.Hooks.Houses;
using Xunit;

namespace PropIQ.Steps.Hooks;

/// <summary>How long a scenario may take at all: no wait in it is without an end.</summary>
public sealed class Lifetime : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    // Requests to a paced target wait for each other.
    private static readonly TimeSpan LongestAtAPace = TimeSpan.FromMinutes(15);
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    /// <summary>Ends when the scenario's time is up or the run is stopped.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Starts the scenario's time: when it has its PropIQ, for which it may have waited.</summary>
    public CancellationToken Begin()
    {
        source.CancelAfter(TheHouse.Target?.RequestsPerSecond is null ? Longest : LongestAtAPace);
        return Token;
    }

    /// <inheritdoc />
    public void Dispose() => source.Dispose();
}
