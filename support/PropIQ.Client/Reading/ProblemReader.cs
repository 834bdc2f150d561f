using System.Globalization;
using System.Text.Json;
using PropIQ.Client.Http;

namespace PropIQ.Client.Reading;

/// <summary>Reads a refusal. There is always a <see cref="Problem"/>: of one that cannot be read, at least the status is known.</summary>
internal static class ProblemReader
{
    private static readonly string[] Standard = ["type", "title", "status", "detail", "instance", "code"];

    public static (Problem Problem, string? Complaint) Read(Received received, WireFormat wire)
    {
        var bare = new Problem(received.Status, null, null, null, new Dictionary<string, JsonElement>(), RetryAfter(received), received.ContentType);
        if (received.Exchange.Method == "HEAD" || received.Failure is not null)
        {
            return (bare, null);
        }

        var body = JsonBody.Read(received.Body, wire);
        if (body.Root is not { } root)
        {
            return (bare, body.Complaint?.Replace("where JSON was", "where problem details were", StringComparison.Ordinal));
        }

        var members = root.EnumerateObject()
            .Where(member => !Standard.Contains(member.Name))
            .ToDictionary(member => member.Name, member => member.Value);
        var wrong = Standard
            .Where(name => name is not "status" && root.TryGetProperty(name, out var value) && Text(value) is null && value.ValueKind != JsonValueKind.Null)
            .Select(name => $"problem details whose \"{name}\" holds {BodyDescription.Kind(root.GetProperty(name))}, not text")
            .FirstOrDefault();
        return (bare with
        {
            Type = Text(root, "type"),
            StatusRepeated = root.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.Number && status.TryGetDecimal(out var number) ? number : null,
            Code = Text(root, "code"),
            Title = Text(root, "title"),
            Detail = Text(root, "detail"),
            Members = members,
        }, wrong);
    }

    private static string? Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A lone surrogate, which is no text.
            return null;
        }
    }

    /// <summary>Retry-After in seconds or as a date; anything else counts as not given.</summary>
    private static TimeSpan? RetryAfter(Received received)
    {
        var header = received.Header("Retry-After");
        if (int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date - (received.Exchange.StartedAt + received.Exchange.Duration)
            : null;
    }
}
