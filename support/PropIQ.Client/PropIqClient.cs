using System.Net;
using PropIQ.Client.Http;

namespace PropIQ.Client;

/// <summary>
/// A typed method for each call of the contract. Holds no session: whoever calls passes the access token, and null
/// sends none. No method throws for what PropIQ does; cancelling the token given throws
/// <see cref="OperationCanceledException"/>.
/// </summary>
public sealed partial class PropIqClient(ClientOptions options) : IDisposable
{
    private readonly Caller caller = new(options);

    /// <summary>How this client reaches PropIQ.</summary>
    public ClientOptions Options => options;

    /// <summary>Another client like this one that sends a bearer along wherever it is given none.</summary>
    public PropIqClient SendingAlong(string accessToken) => new(options with { SentAlong = accessToken });

    /// <summary>
    /// The local address that its connections leave from; null when the system chooses, because none was asked for
    /// or this system cannot bind it.
    /// </summary>
    public IPAddress? BoundSourceAddress => caller.Connection.BoundTo;

    /// <inheritdoc />
    public void Dispose() => caller.Dispose();
}
