using System.Globalization;
using System.Text.Json;
using PropIQ.Client.Http;

namespace PropIQ.Client.Reading;

/// <summary>Makes an <see cref="Answer{T}"/> of what came. Never throws for what a server sent.</summary>
internal static class AnswerReader
{
    /// <summary>Reads an answer whose success is a JSON object.</summary>
    public static Answer<T> Json<T>(Received received, WireFormat wire)
        where T : class =>
        Any(received, wire, () =>
        {
            var body = JsonBody.Read(received.Body, wire);
            return body.Root is not { } root ? (null, body.Complaint)
                : Essentials.Missing<T>(root) is { } complaint ? (null, complaint)
                : Fit<T>(root);
        });

    /// <summary>Reads an answer whose success is anything that <paramref name="success"/> can read; a complaint reads on after "PropIQ answered 200 with".</summary>
    public static Answer<T> Any<T>(Received received, WireFormat wire, Func<(T? Value, string? Complaint)> success)
        where T : class
    {
        if (received.Status >= 400)
        {
            var (problem, refusalComplaint) = ProblemReader.Read(received, wire);
            return new Answer<T>(received.Exchange, null, problem, received.Failure ?? Said(received, refusalComplaint));
        }

        if (received.Failure is { } failure)
        {
            return new Answer<T>(received.Exchange, null, null, failure);
        }

        if (received.Status is < 200 or >= 300)
        {
            var target = received.Header("Location") is { } location ? $" (to {location})" : "";
            return new Answer<T>(received.Exchange, null, null, $"PropIQ answered {received.Status}{target}, which is neither success nor refusal");
        }

        var (value, complaint) = success();
        return new Answer<T>(received.Exchange, value, null, Said(received, complaint));
    }

    private static (T? Value, string? Complaint) Fit<T>(JsonElement root)
        where T : class
    {
        try
        {
            return (root.Deserialize<T>(ContractJson.Options), null);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            var path = (e as JsonException)?.Path?.Replace("$.", "", StringComparison.Ordinal) ?? "a member";
            var member = Find(root, path);
            var held = member is { } value ? BodyDescription.Kind(value) : "something";
            var shown = member is { ValueKind: JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } plain
                && !Reports.Secrets.IsSecretName(path.Split('.')[^1])
                ? $" ({BodyDescription.Short(plain.GetRawText())})"
                : "";
            return (null, $"a member of the wrong type: \"{path}\" holds {held}{shown}");
        }
    }

    /// <summary>Follows a path such as <c>items[2].usage.used</c>.</summary>
    private static JsonElement? Find(JsonElement root, string path)
    {
        var at = root;
        foreach (var step in path.Split(['.', '['], StringSplitOptions.RemoveEmptyEntries))
        {
            if (step.EndsWith(']') && at.ValueKind == JsonValueKind.Array
                && int.TryParse(step[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < at.GetArrayLength())
            {
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(step, out at))
            {
                return null;
            }
        }

        return at;
    }

    private static string? Said(Received received, string? complaint) =>
        complaint is null ? null : $"PropIQ answered {received.Status} with {complaint}";
}
