using System.Text;
using WireMock;
using WireMock.Types;
using WireMock.Util;

namespace PropIQ.Mocks.Http;

/// <summary>Between WireMock's messages and the mocks' own.</summary>
internal static class MessageTranslation
{
    public static MockRequest ToMockRequest(this IRequestMessage message, DateTimeOffset receivedAt) => new(
        message.Method.ToUpperInvariant(),
        message.Path,
        Parameters(message.Query),
        Headers(message.Headers),
        message.Body ?? string.Empty,
        receivedAt);

    public static IResponseMessage ToResponseMessage(this MockResponse answer)
    {
        var message = new ResponseMessage
        {
            StatusCode = answer.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = answer.Body },
        };
        message.AddHeader("Content-Type", answer.ContentType);
        foreach (var (name, value) in answer.Headers)
        {
            message.AddHeader(name, value);
        }

        if (FateHeader.Format(answer.Connection, Encoding.UTF8.GetByteCount(answer.Body)) is { } fate)
        {
            message.AddHeader(FateHeader.Name, fate);
        }

        return message;
    }

    // WireMock decodes a parameter's value, but not its name, and takes the value apart at its commas.
    private static Dictionary<string, string> Parameters(IDictionary<string, WireMockList<string>>? query) =>
        Flatten(query, Uri.UnescapeDataString, values => string.Join(',', values), StringComparer.Ordinal);

    private static Dictionary<string, string> Headers(IDictionary<string, WireMockList<string>>? headers) =>
        Flatten(headers, name => name, values => values.ToString(), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, string> Flatten(
        IDictionary<string, WireMockList<string>>? lists, Func<string, string> nameOf, Func<WireMockList<string>, string> valueOf, StringComparer names)
    {
        var flat = new Dictionary<string, string>(names);
        foreach (var (name, values) in lists ?? new Dictionary<string, WireMockList<string>>())
        {
            flat[nameOf(name)] = valueOf(values);
        }

        return flat;
    }
}
