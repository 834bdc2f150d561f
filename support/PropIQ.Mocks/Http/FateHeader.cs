using System.Globalization;

namespace PropIQ.Mocks.Http;

/// <summary>
/// The private response header by which a mock tells the fault proxy in front what is to become of the connection:
/// <c>drop</c>, or <c>truncate:{length of the body in bytes}</c>. The HTTP server between them only passes it on.
/// </summary>
internal static class FateHeader
{
    public const string Name = "X-Sandbox-Connection";

    /// <summary>The header's value, or null when the connection is kept.</summary>
    public static string? Format(ConnectionFate fate, int bodyBytes) => fate switch
    {
        ConnectionFate.Keep => null,
        ConnectionFate.Drop => "drop",
        ConnectionFate.Truncate => string.Create(CultureInfo.InvariantCulture, $"truncate:{bodyBytes}"),
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "No such fate."),
    };

    /// <summary>What a value says; anything else than the above keeps the connection.</summary>
    public static (ConnectionFate Fate, int BodyBytes) Parse(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Equals("drop", StringComparison.Ordinal))
        {
            return (ConnectionFate.Drop, 0);
        }

        return value.StartsWith("truncate:", StringComparison.Ordinal)
            && int.TryParse(value["truncate:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
                ? (ConnectionFate.Truncate, bytes)
                : (ConnectionFate.Keep, 0);
    }
}
