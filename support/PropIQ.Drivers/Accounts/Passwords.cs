namespace PropIQ.Drivers.Accounts;

/// <summary>Passwords of exact size (contract, 2.1: the bounds count bytes of UTF-8, not characters).</summary>
public static class Passwords
{
    private const string Required = "Aa1";

    /// <summary>A password of so many characters that take so many bytes, with an upper-case letter, a lower-case letter and a digit.</summary>
    public static string Of(int characters, int bytes)
    {
        // An ä takes two bytes, everything else here one.
        var umlauts = bytes - characters;
        return Required + new string('ä', umlauts) + new string('x', characters - Required.Length - umlauts);
    }
}
