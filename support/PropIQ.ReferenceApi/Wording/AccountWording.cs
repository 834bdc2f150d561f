namespace PropIQ.ReferenceApi.Wording;

/// <summary>How a sign-up says what is wrong with a field. The contract names the fields; these words are our own.</summary>
internal static class AccountWording
{
    public const string Email = "The e-mail address must look like name@example.com, without spaces, and have at most 254 characters.";
    public const string Name = "A name must have at most 100 characters and no control characters.";
    public const string PasswordSize = "The password must be 8 to 128 bytes long.";
    public const string NoUpperCase = "The password must contain an upper-case letter.";
    public const string NoLowerCase = "The password must contain a lower-case letter.";
    public const string NoDigit = "The password must contain a digit.";
    public const string Nul = "The password must not contain a NUL character.";
    public const string UnknownScheme = "A stored password has an unknown scheme.";
}
