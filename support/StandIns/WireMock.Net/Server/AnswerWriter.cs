using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using WireMock.Types;

namespace WireMock.Server;

internal static class AnswerWriter
{
    /// <summary>The package's own form of saying what went wrong.</summary>
    public static Task StatusAsync(HttpResponse response, int status, string reason)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return WriteBodyAsync(response, JsonSerializer.Serialize(new { Status = reason }));
    }

    public static async Task WriteAsync(HttpResponse response, IResponseMessage answer)
    {
        response.StatusCode = answer.StatusCode switch
        {
            null => StatusCodes.Status200OK,
            HttpStatusCode code => (int)code,
            int number => number,
            var other => int.Parse(other.ToString()!, CultureInfo.InvariantCulture),
        };
        foreach (var (name, values) in answer.Headers ?? new Dictionary<string, WireMockList<string>>())
        {
            response.Headers[name] = values.ToArray();
        }

        if (answer.BodyData is { DetectedBodyType: BodyType.String, BodyAsString: { } text })
        {
            await WriteBodyAsync(response, text);
        }
    }

    // No Content-Length, as with the package: the body goes out in chunks.
    private static async Task WriteBodyAsync(HttpResponse response, string text) =>
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), response.HttpContext.RequestAborted);
}
