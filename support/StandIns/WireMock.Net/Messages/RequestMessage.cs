using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using WireMock.Types;

namespace WireMock;

internal sealed class RequestMessage : IRequestMessage
{
    /// <summary>The methods whose bodies are not read, as they mean nothing.</summary>
    private static readonly HashSet<string> Bodiless = new(StringComparer.OrdinalIgnoreCase) { "GET", "HEAD", "TRACE", "CONNECT" };

    private RequestMessage(HttpRequest request, string? body)
    {
        Path = request.Path.HasValue ? request.Path.Value! : "/";
        Method = request.Method;
        Headers = request.Headers.ToDictionary(
            header => header.Key,
            header => new WireMockList<string>(header.Value.OfType<string>()),
            StringComparer.OrdinalIgnoreCase);
        Query = Parameters(request.QueryString.Value ?? "");
        Body = body;
    }

    public string Path { get; }

    public string Method { get; }

    public IDictionary<string, WireMockList<string>>? Headers { get; }

    public IDictionary<string, WireMockList<string>>? Query { get; }

    public string? Body { get; }

    public static async Task<RequestMessage> ReadAsync(HttpRequest request)
    {
        if (Bodiless.Contains(request.Method))
        {
            return new RequestMessage(request, null);
        }

        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return new RequestMessage(request, await reader.ReadToEndAsync(request.HttpContext.RequestAborted));
    }

    /// <summary>Parts at ampersands and semicolons; names as they were sent; values taken apart at commas, then decoded.</summary>
    private static Dictionary<string, WireMockList<string>> Parameters(string query) => query
        .TrimStart('?')
        .Split(['&', ';'], StringSplitOptions.RemoveEmptyEntries)
        .Select(parameter => parameter.Split('=', 2))
        .GroupBy(parameter => parameter[0], Values)
        .ToDictionary(
            same => same.Key,
            same => new WireMockList<string>(same.SelectMany(values => values).Select(value => WebUtility.UrlDecode(value))));

    private static string[] Values(string[] parameter) => parameter switch
    {
        [_] => [],
        [_, ""] => [""],
        _ => parameter[1].Split(',', StringSplitOptions.RemoveEmptyEntries),
    };
}
