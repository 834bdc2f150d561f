using System.Net;

namespace PropIQ.Client;

/// <summary>How to reach a PropIQ: never what it must do.</summary>
public sealed record ClientOptions(Uri BaseUrl)
{
    /// <summary>The local address that connections leave from; null lets the system choose.</summary>
    public IPAddress? SourceAddress { get; init; }

    /// <summary>How long one call may take before it counts as unanswered.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A bearer that is sent along with each of the contract's calls that is given none, as forgetful clients do; null sends none.</summary>
    public string? SentAlong { get; init; }

    /// <summary>The secret that opens the testing interface; null where there is none.</summary>
    public string? TestingSecret { get; init; }

    /// <summary>How this PropIQ spells members and paths; the contract's own way unless a target says otherwise.</summary>
    public WireFormat Wire { get; init; } = WireFormat.Contract;

    /// <summary>What keeps requests apart, shared by all clients of a PropIQ; null sends at once.</summary>
    public RequestPace? Pace { get; init; }

    /// <summary>Connections shared with others, which stay theirs; then <see cref="SourceAddress"/> is the pool's. Null has a client keep its own.</summary>
    public ConnectionPool? Pool { get; init; }

    /// <summary>Stands between the client and the wire, for runs that change what comes; null for nothing.</summary>
    public Func<HttpMessageHandler, HttpMessageHandler>? Between { get; init; }

    /// <summary>Is told of every exchange, from any thread.</summary>
    public Action<Exchange>? OnExchange { get; init; }

    /// <summary>The address: the rest may hold a secret.</summary>
    public override string ToString() => BaseUrl.ToString();
}
