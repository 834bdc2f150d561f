using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace PropIQ.ReferenceApi.Http;

/// <summary>Writes a refusal as problem details (RFC 9457).</summary>
public static class ProblemWriter
{
    /// <summary>The media type of problem details.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Answers with <paramref name="refusal"/>, and the headers that belong to it.</summary>
    public static async Task WriteAsync(HttpContext context, Refusal refusal)
    {
        var response = context.Response;
        response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is { } pause)
        {
            response.Headers.RetryAfter = Seconds(pause).ToString(CultureInfo.InvariantCulture);
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = context.Request.Headers.Authorization.Count == 0
                ? "Bearer realm=\"propiq\""
                : "Bearer realm=\"propiq\", error=\"invalid_token\"";
        }

        await response.WriteAsJsonAsync(Members(refusal), Json.Options, MediaType, context.RequestAborted);
    }

    private static Dictionary<string, object?> Members(Refusal refusal)
    {
        var members = new Dictionary<string, object?>
        {
            ["type"] = "urn:propiq:problem:" + refusal.Code,
            ["title"] = ReasonPhrases.GetReasonPhrase(refusal.Status),
            ["status"] = refusal.Status,
        };
        if (refusal.Detail is not null)
        {
            members["detail"] = refusal.Detail;
        }

        members["code"] = refusal.Code;
        foreach (var (name, value) in refusal.Members)
        {
            members[name] = value;
        }

        return members;
    }

    // Whole seconds, rounded up: sooner would be refused again.
    private static long Seconds(TimeSpan pause) => Math.Max(1, (long)Math.Ceiling(pause.TotalSeconds));
}
