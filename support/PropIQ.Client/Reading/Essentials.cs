using System.Text.Json;
using PropIQ.Client.Contract;

namespace PropIQ.Client.Reading;

/// <summary>What an answer cannot do without: a login that gives no token is none, and a list has no holes.</summary>
internal static class Essentials
{
    /// <summary>A complaint that reads on after "PropIQ answered 200 with"; null when nothing is missing.</summary>
    public static string? Missing<T>(JsonElement root)
    {
        if (typeof(T) == typeof(Tokens) && !(root.TryGetProperty("access_token", out var token) && token.ValueKind == JsonValueKind.String && token.ValueEquals("") == false))
        {
            return "a session that has no access token";
        }

        // What the contract does not know may hold what it likes.
        var known = typeof(T).GetProperties().Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name)).ToHashSet();
        foreach (var member in root.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Array && known.Contains(member.Name)))
        {
            var hole = member.Value.EnumerateArray().ToList().FindIndex(item => item.ValueKind == JsonValueKind.Null);
            if (hole >= 0)
            {
                return $"a member of the wrong type: \"{member.Name}[{hole}]\" holds null";
            }
        }

        return null;
    }
}
