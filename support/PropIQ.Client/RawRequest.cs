using System.Text;

namespace PropIQ.Client;

/// <summary>
/// A request exactly as the caller wants it, for input that no typed method would send: malformed JSON, lone
/// surrogates, bodies in chunks, forged headers.
/// </summary>
/// <param name="Method">Any method, in upper case.</param>
/// <param name="Path">The contract's path, with its query if there is one.</param>
public sealed record RawRequest(string Method, string Path)
{
    /// <summary>The bearer to send; null sends none.</summary>
    public string? AccessToken { get; init; }

    /// <summary>The body's bytes, sent as they are; null sends no body.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The body's Content-Type, not checked; null sends none.</summary>
    public string? ContentType { get; init; } = "application/json";

    /// <summary>Sends the body in chunks, without a Content-Length.</summary>
    public bool Chunked { get; init; }

    /// <summary>Further headers, sent as they are.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>This request with a text as body, in UTF-8.</summary>
    public RawRequest WithText(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };

    /// <summary>This request with one more header.</summary>
    public RawRequest WithHeader(string name, string value) => this with { Headers = [.. Headers, new(name, value)] };
}

/// <summary>An answer's body as received, whatever it is. <c>Text</c> is the body read as UTF-8, with U+FFFD where it is not.</summary>
public sealed record RawText(string Text, byte[] Bytes, string? ContentType);
