namespace PropIQ.Drivers.Attempts;

/// <summary>What PropIQ and Stripe call states and reasons.</summary>
internal static class Codes
{
    /// <summary>As it is said: "past_due" is "past due".</summary>
    public static string InWords(this string code) => code.Replace('_', ' ');
}
