namespace PropIQ.ReferenceApi.Wording;

/// <summary>How the calculator says what is wrong with a number. The contract names the fields; these words are our own.</summary>
internal static class DealWording
{
    public const string Positive = "must be over 0";
    public const string NotNegative = "must not be negative";
    public const string DownPayment = "must be over 0 and at most 100 per cent";
    public const string Percent = "must be between 0 and 100 per cent";
    public const string Years = "must be between 1 and 50 years";
}
