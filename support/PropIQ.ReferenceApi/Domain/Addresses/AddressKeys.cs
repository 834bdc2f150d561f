using System.Text;

namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>Decides when two addresses are the same one (clause 3.7).</summary>
public interface IAddressKeys
{
    /// <summary>Equal for addresses that differ in outer spaces, Unicode form or case only.</summary>
    string KeyOf(string address);
}

/// <summary>
/// NFC, trimmed, case-folded. The platform folds one character to one; the foldings of Unicode's CaseFolding.txt that
/// make several of one (status F) and occur in Latin script are added here, so that "Hauptstraße" is "HAUPTSTRASSE".
/// </summary>
public sealed class AddressKeys : IAddressKeys
{
    private static readonly Dictionary<int, string> Longer = new()
    {
        [0x00DF] = "ss",
        [0x1E9E] = "ss",
        [0x0130] = "i\u0307",
        [0x0149] = "\u02BCn",
        [0x01F0] = "j\u030C",
        [0x1E96] = "h\u0331",
        [0x1E97] = "t\u0308",
        [0x1E98] = "w\u030A",
        [0x1E99] = "y\u030A",
        [0x1E9A] = "a\u02BE",
        [0xFB00] = "ff",
        [0xFB01] = "fi",
        [0xFB02] = "fl",
        [0xFB03] = "ffi",
        [0xFB04] = "ffl",
        [0xFB05] = "st",
        [0xFB06] = "st",
    };

    /// <inheritdoc/>
    public string KeyOf(string address)
    {
        var folded = new StringBuilder(address.Length);
        foreach (var rune in address.Normalize(NormalizationForm.FormC).Trim().EnumerateRunes())
        {
            if (Longer.TryGetValue(rune.Value, out var several))
            {
                folded.Append(several);
                continue;
            }

            // Up, then down: brings together letters with two small forms, such as the Greek final sigma.
            folded.Append(Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune)).ToString());
        }

        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
