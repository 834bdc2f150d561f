using System.Text.Json;
using PropIQ.Client;

namespace PropIQ.Drivers.Attempts;

/// <summary>The fields that a refusal names as wrong (contract, 2.1 and 4.1).</summary>
public static class FieldErrors
{
    /// <summary>The names of those of which something is said, in order; in what shape is PropIQ's own choice.</summary>
    public static IReadOnlyList<string> Named(Problem problem) =>
        problem.Members.TryGetValue("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
            ? [.. errors.EnumerateObject().Where(error => SaysSomething(error.Value)).Select(error => error.Name).Order(StringComparer.Ordinal)]
            : [];

    private static bool SaysSomething(JsonElement error) => error.ValueKind switch
    {
        JsonValueKind.String => !string.IsNullOrWhiteSpace(error.GetString()),
        JsonValueKind.Array => error.EnumerateArray().Any(SaysSomething),
        JsonValueKind.Object => error.EnumerateObject().Any(member => SaysSomething(member.Value)),
        JsonValueKind.Number or JsonValueKind.True => true,
        _ => false,
    };
}
