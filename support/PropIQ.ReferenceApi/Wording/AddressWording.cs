namespace PropIQ.ReferenceApi.Wording;

/// <summary>How it is said why an address is refused. The contract asks for the part that was mistyped; the other words are our own.</summary>
internal static class AddressWording
{
    public const string NoText = "The address is not text.";
    public const string Empty = "The address is empty.";
    public const string TooLong = "The address is longer than 500 characters.";
    public const string Control = "The address has control characters in it.";
}
