using Xunit;

namespace PropIQ.Steps.Hooks;

/// <summary>How long a scenario may take at all: no wait in it is without an end.</summary>
public sealed class Lifetime : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    /// <summary>Starts the scenario's time.</summary>
    public Lifetime() => source.CancelAfter(Longest);

    /// <summary>Ends when the scenario's time is up or the run is stopped.</summary>
    public CancellationToken Token => source.Token;

    /// <inheritdoc />
    public void Dispose() => source.Dispose();
}
