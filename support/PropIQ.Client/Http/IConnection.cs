using System.Net;

namespace PropIQ.Client.Http;

/// <summary>A way to PropIQ.</summary>
internal interface IConnection : IDisposable
{
    /// <summary>The local address that connections leave from; null when the system chooses.</summary>
    IPAddress? BoundTo { get; }

    /// <summary>Makes one call. Throws for nothing but the caller's own cancellation.</summary>
    Task<Received> SendAsync(RawRequest request, Uri url, CancellationToken cancellation);
}
