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
        Flatten(message.Query, StringComparer.Ordinal),
        Flatten(message.Headers, StringComparer.OrdinalIgnoreCase),
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

    private static Dictionary<string, string> Flatten(IDictionary<string, WireMockList<string>>? values, StringComparer names)
    {
        var flat = new Dictionary<string, string>(names);
        foreach (var (name, value) in values ?? new Dictionary<string, WireMockList<string>>())
        {
            flat[name] = value.ToString();
        }

        return flat;
    }
}
