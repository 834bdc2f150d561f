using System.Text.RegularExpressions;

namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>
/// The end of an address held against the way US addresses end: "…, TX 78701" or "…, TX 78701-1234". <c>Fault</c>
/// names the part that was mistyped; without a fault an ending that is not <c>IsUs</c> is simply not American.
/// </summary>
public sealed partial record UsEnding(bool IsUs, string? Fault)
{
    private static readonly UsEnding Us = new(true, null);
    private static readonly UsEnding Elsewhere = new(false, null);

    /// <summary>Judges the part after the last comma; without a comma an address is never taken for a US one.</summary>
    public static UsEnding Of(string address)
    {
        var comma = address.LastIndexOf(',');
        if (comma < 0 || CodeAndDigits().Match(address, comma + 1) is not { Success: true } match)
        {
            return Elsewhere;
        }

        var code = match.Groups["code"].Value;
        var digits = match.Groups["digits"].Value;
        if (!UsStates.IsCode(code))
        {
            return ExactlyFiveDigits().IsMatch(digits) ? new(false, $"\"{code}\" is not a US state or territory") : Elsewhere;
        }

        if (Zip().IsMatch(digits))
        {
            return Us;
        }

        return digits.Count(char.IsAsciiDigit) is 3 or 4 or > 5 ? new(false, $"\"{digits}\" is not a ZIP code") : Elsewhere;
    }

    // ASCII letters and digits only: "東京 10000" and full-width digits are no mistyped US address.
    [GeneratedRegex(@"\G\s*(?<code>[A-Za-z]{2})\s+(?<digits>[0-9]+(-[0-9]+)?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeAndDigits();

    [GeneratedRegex(@"\A[0-9]{5}(-[0-9]{4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Zip();

    [GeneratedRegex(@"\A[0-9]{5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExactlyFiveDigits();
}
