using System.Globalization;
using System.Text.RegularExpressions;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>Durations as profiles write them: <c>30_minutes</c>, <c>45 seconds</c>, <c>1_hour</c>, or plain minutes.</summary>
internal static partial class Durations
{
    public static TimeSpan? Read(Section section, string key)
    {
        if (section.Text(key) is not { } text)
        {
            return null;
        }

        var match = Pattern().Match(text);
        if (match.Success && double.TryParse(match.Groups["number"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1e6)
        {
            return match.Groups["unit"].Value.ToLowerInvariant() switch
            {
                "s" or "second" => TimeSpan.FromSeconds(number),
                "h" or "hour" => TimeSpan.FromHours(number),
                _ => TimeSpan.FromMinutes(number),
            };
        }

        section.Error(key, $"\"{text}\" is no duration: write it like \"30_minutes\", \"90_seconds\" or \"1_hour\".");
        return null;
    }

    [GeneratedRegex(@"^\s*(?<number>\d+(\.\d+)?)[\s_]*((?<unit>second|minute|hour)s?|(?<unit>[smh])|(?<unit>min)|(?<unit>))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
