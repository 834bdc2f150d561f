namespace PropIQ.ReferenceApi.Domain.Addresses;

/// <summary>
/// The codes that a US address can end with: 50 states, the District of Columbia, the five inhabited territories
/// and the armed forces' AA, AE, AP. The freely associated states (FM, MH, PW) are not territories.
/// </summary>
public static class UsStates
{
    private static readonly HashSet<string> Codes = new(
        """
        AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO
        MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY
        DC
        AS GU MP PR VI
        AA AE AP
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>All codes, in capitals.</summary>
    public static IReadOnlyCollection<string> All => Codes;

    /// <summary>True for a state's or territory's code in any case.</summary>
    public static bool IsCode(string text) => Codes.Contains(text);
}
