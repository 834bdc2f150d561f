using System.Text.Json;

namespace PropIQ.ReferenceApi.Subscriptions.Stripe;

/// <summary>Reads Stripe's JSON without ever throwing: a member that is missing, null or of another kind is null.</summary>
internal static class StripeJson
{
    /// <summary>The member down this path, or an undefined element.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return default;
            }
        }

        return element;
    }

    /// <summary>A text.</summary>
    public static string? Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        if (found.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return found.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair is no text.
            return null;
        }
    }

    /// <summary>The id of an object that may be written out or only named.</summary>
    public static string? Reference(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.Text(path) ?? element.At(path).Text("id");

    /// <summary>A whole number.</summary>
    public static long? Whole(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var value) ? value : null;

    /// <summary>A time, which Stripe writes as Unix seconds.</summary>
    public static DateTimeOffset? Time(this JsonElement element, params ReadOnlySpan<string> path)
    {
        const long Year9999 = 253402300799;
        return element.Whole(path) is { } seconds and >= 0 and <= Year9999 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
    }

    /// <summary>True only for true.</summary>
    public static bool Flag(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).ValueKind == JsonValueKind.True;

    /// <summary>The items of a list object's <c>data</c>.</summary>
    public static IEnumerable<JsonElement> Data(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path).At("data") is { ValueKind: JsonValueKind.Array } data ? data.EnumerateArray() : [];
}
