using System.Text;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>
/// Clause 3.3: normalised to NFC, then trimmed, then 1–500 code points without control characters. The part after the
/// last comma tells a US address from a mistyped one and from the rest of the world.
/// </summary>
public sealed class AddressRules : IAddressRules
{
    /// <summary>The most code points that an address may have.</summary>
    public const int MaximumLength = 500;

    /// <inheritdoc/>
    public AddressReading Read(string? raw)
    {
        if (Composed(raw) is not { } composed)
        {
            return AddressReading.Refused(AddressWording.NoText);
        }

        var address = composed.Trim();
        if (address.Length == 0)
        {
            return AddressReading.Refused(AddressWording.Empty);
        }

        if (UnicodeText.Count(address) > MaximumLength)
        {
            return AddressReading.Refused(AddressWording.TooLong);
        }

        if (UnicodeText.HasControl(address))
        {
            return AddressReading.Refused(AddressWording.Control);
        }

        var ending = UsEnding.Of(address);
        return ending.Fault is { } fault
            ? AddressReading.Refused(fault)
            : AddressReading.Accepted(address, ending.IsUs ? Coverage.Full : Coverage.Limited);
    }

    private static string? Composed(string? raw)
    {
        try
        {
            return raw?.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair stands alone: that is no Unicode, and cannot be stored.
            return null;
        }
    }
}
