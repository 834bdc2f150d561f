namespace PropIQ.Mocks.Http;

/// <summary>A request as a mock sees it, free of any web server's types. The path has no query; header names ignore case.</summary>
public sealed record MockRequest(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    DateTimeOffset ReceivedAt);

/// <summary>A mock's answer. <see cref="Connection"/> other than <see cref="ConnectionFate.Keep"/> is carried out by the fault proxy in front.</summary>
public sealed record MockResponse(int Status, string ContentType, string Body)
{
    /// <summary>Headers besides the content type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>What happens to the connection that this answer travels on.</summary>
    public ConnectionFate Connection { get; init; } = ConnectionFate.Keep;
}

/// <summary>What becomes of the connection under an answer.</summary>
public enum ConnectionFate
{
    /// <summary>The answer arrives whole.</summary>
    Keep,

    /// <summary>The connection is reset before a byte of the answer arrives.</summary>
    Drop,

    /// <summary>Half of the body arrives, then the connection ends.</summary>
    Truncate,
}

/// <summary>A collaborator played as a state machine: no HTTP server in it, so that it is tested by calling it.</summary>
public interface IMockService
{
    /// <summary>Answers one request. May wait (slowness, held answers) until <paramref name="cancellationToken"/>.</summary>
    Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken);
}
