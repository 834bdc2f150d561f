using System.Net;

namespace PropIQ.Client;

/// <summary>One request and what came of it, kept for reports. Secrets are masked when it is rendered, not here.</summary>
public sealed record Exchange(
    string Method,
    Uri Url,
    IReadOnlyList<KeyValuePair<string, string>> RequestHeaders,
    string? RequestBody,
    HttpStatusCode? Status,
    IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders,
    string? ResponseBody,
    DateTimeOffset StartedAt,
    TimeSpan Duration,
    string? TransportError);
