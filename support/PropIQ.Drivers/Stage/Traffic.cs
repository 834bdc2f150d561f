using System.Collections.Concurrent;
using PropIQ.Client;

namespace PropIQ.Drivers.Stage;

/// <summary>Everything that was asked and answered in one scenario, in the order of the answers.</summary>
public sealed class Traffic
{
    private readonly ConcurrentQueue<Exchange> exchanges = new();

    /// <summary>The exchanges so far.</summary>
    public IReadOnlyList<Exchange> Exchanges => [.. exchanges];

    /// <summary>Adds one; callable from any thread.</summary>
    public void Add(Exchange exchange) => exchanges.Enqueue(exchange);
}
