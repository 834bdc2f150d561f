using WireMock.Types;

namespace WireMock;

/// <summary>A request as the server received it.</summary>
public interface IRequestMessage
{
    /// <summary>The decoded path, without the query.</summary>
    string Path { get; }

    /// <summary>The method, as sent.</summary>
    string Method { get; }

    /// <summary>The headers.</summary>
    IDictionary<string, WireMockList<string>>? Headers { get; }

    /// <summary>The decoded query.</summary>
    IDictionary<string, WireMockList<string>>? Query { get; }

    /// <summary>The body as text; null when the method has none.</summary>
    string? Body { get; }
}
