using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PropIQ.Mocks.OpenAi;

/// <summary>What the prompt says of the property. Prompts differ by who writes them, so this reads leniently.</summary>
internal sealed partial record PropertyFacts(string Address, decimal? Price)
{
    /// <summary>The address that a prompt labels as such, or all that the user said.</summary>
    public static PropertyFacts Read(ChatRequest request)
    {
        var question = request.LastQuestion;
        var address = AddressLabel().Match(question) is { Success: true } match ? match.Groups["address"].Value : question;
        var price = PriceLabel().Match(question) is { Success: true } found
            && decimal.TryParse(found.Groups["price"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var dollars)
            && dollars > 0
                ? dollars
                : (decimal?)null;
        return new PropertyFacts(Tidy(address), price);
    }

    private static string Tidy(string address)
    {
        try
        {
            return address.Normalize(NormalizationForm.FormC).Trim().TrimEnd(',').Trim('"').ToUpperInvariant();
        }
        catch (ArgumentException)
        {
            // Lone surrogates have no normal form.
            return address;
        }
    }

    [GeneratedRegex("""\baddress\b["']?\s*[:=]\s*(?<address>[^\r\n]+)""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AddressLabel();

    [GeneratedRegex("""\bprice\b["']?[^0-9\r\n]{0,30}(?<price>[0-9][0-9,]*(\.[0-9]+)?)""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PriceLabel();
}
