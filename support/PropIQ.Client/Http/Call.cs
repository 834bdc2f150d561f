namespace PropIQ.Client.Http;

/// <summary>One call of the contract. <c>Path</c> is the contract's, with at most one placeholder for <c>Argument</c>.</summary>
internal sealed record Call(string Method, string Path)
{
    public string? AccessToken { get; init; }

    public string? Argument { get; init; }

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; init; } = "";

    /// <summary>A record or node to send as JSON, or bytes to send as they are.</summary>
    public object? Body { get; init; }

    public string Accept { get; init; } = "application/json, application/problem+json";

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static Call Get(string path, string? accessToken = null) => new("GET", path) { AccessToken = accessToken };

    public static Call Post(string path, object? body, string? accessToken = null) =>
        new("POST", path) { AccessToken = accessToken, Body = body };
}
