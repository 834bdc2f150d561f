namespace PropIQ.Mocks.Inbox;

/// <summary>What tells whose a message is. Case does not matter; an e-mail address is found only whole, not as the end of a longer one.</summary>
internal static class Mark
{
    public static bool IsIn(string decodedText, string mark)
    {
        mark = JsonText.Compose(mark);
        for (var at = 0; (at = decodedText.IndexOf(mark, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            if (!mark.Contains('@', StringComparison.Ordinal) || IsWhole(decodedText, at, mark.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a character may belong to what stands before an address's @.</summary>
    public static bool IsLocalPart(char character) => char.IsLetterOrDigit(character) || character is '.' or '+' or '-' or '_';

    private static bool IsWhole(string text, int at, int length) =>
        (at == 0 || !IsLocalPart(text[at - 1]))
        && (at + length == text.Length || !(char.IsLetterOrDigit(text[at + length]) || text[at + length] == '-'));
}
