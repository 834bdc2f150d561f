using System.Text;
using System.Text.Json;

namespace PropIQ.Drivers.Properties;

/// <summary>An address by what features call it: as text or, where no text could hold it, as it goes over the wire.</summary>
public sealed record OddAddress(string Name, string? Text, string Json);

/// <summary>Addresses that a feature cannot write down (contract, 3.3).</summary>
public static class OddAddresses
{
    private const string House = "12 Elm St, Austin, TX 78701";

    /// <summary>A Gothic letter: beyond the first 65,536 code points, so one character in two UTF-16 units and four bytes.</summary>
    public const string Gothic = "\U00010330";

    private static readonly Dictionary<string, OddAddress> Known = new OddAddress[]
    {
        Of("an empty address", ""),
        Of("an address of spaces", "     "),
        Of("an address of exotic spaces", "\u00A0\u2003\u3000"),
        new("an address that was left out", null, "null"),
        new("an address that is a number", null, "78701"),
        new("an address that is a list", null, $"[\"{House}\"]"),
        new("an address with half a character", null, "\"12 Elm \\ud83c St, Austin, TX 78701\""),
        new("an address that ends in half a character", null, "\"12 Elm St, Austin \\ud83c\""),
        new("an address with a character's second half", null, "\"12 Elm \\udfe0 St, Austin, TX 78701\""),
        Of("an address with a line break", "12 Elm St\nAustin, TX 78701"),
        Of("an address with a tab", "12 Elm St,\tAustin, TX 78701"),
        Of("an address with a null character", "12 Elm St\0, Austin, TX 78701"),
        Of("an address with a delete character", "12 Elm St\u007F, Austin, TX 78701"),
        Of("an address with a C1 control character", "12 Elm St\u0085\u0090, Austin, TX 78701"),
        Of("an address of one character", "7"),
        Of("an address of 500 characters", Long(500)),
        Of("an address of 501 characters", Long(501)),
        Of("an address of 500 Gothic letters", Repeat(Gothic, 500)),
        Of("an address of 501 Gothic letters", Repeat(Gothic, 501)),
        Of("an address of 500 characters between spaces", $"   {Long(500)}   "),
        Of("an address of 500 accented letters in two parts each", Repeat("e\u0301", 500)),

        // Double and exotic spaces, quotation marks, dashes and numbers of other scripts, ligatures, a mark of direction, escapes, an end of its own.
        Of("an address that programs like to tidy up", "12\u00BD  mcKinley\u00A0St \u2013 \uFF11\uFF12 \uFB01eld \u2116\u2167, O\u2019Brien \u201CStra\u00DFe\u201D \u0661\u0665\u200E + 50%20, Z\u00FCrich."),
    }.ToDictionary(odd => odd.Name);

    /// <summary>The address that features call so.</summary>
    public static OddAddress Named(string name) => Known.TryGetValue(name, out var odd)
        ? odd
        : throw new ArgumentException($"No address is called \"{name}\". Known: {string.Join(", ", Known.Keys)}.");

    /// <summary>The same address with its accents as characters of their own (NFD), as some keyboards and file systems write them.</summary>
    public static OddAddress Decomposed(string address) => Of(address, address.Normalize(NormalizationForm.FormD));

    /// <summary>What PropIQ must make of an address: composed (NFC), then trimmed.</summary>
    public static string AsKept(string address) => address.Normalize(NormalizationForm.FormC).Trim();

    private static OddAddress Of(string name, string text) => new(name, text, JsonSerializer.Serialize(text));

    private static string Long(int length) => new string('9', length - House.Length - 1) + " " + House;

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
