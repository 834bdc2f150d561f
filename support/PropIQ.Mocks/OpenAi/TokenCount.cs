namespace PropIQ.Mocks.OpenAi;

/// <summary>
/// An approximation of gpt-4o-mini's tokenizer, in proportion to the text: a word of up to 6 Latin letters is one token,
/// a longer one a token for each 5 letters begun; digits go in threes; a character of another script, a punctuation mark
/// or a line end is one token each; a character beyond the basic plane (emoji) is two; spaces belong to what follows.
/// </summary>
internal static class TokenCount
{
    private const int ShortWord = 6;
    private const int WordPart = 5;
    private const int DigitsTogether = 3;

    /// <summary>Each message is framed by 3 tokens, and the answer is primed with 3 (OpenAI cookbook, "How to count tokens").</summary>
    private const int Framing = 3;

    public static int OfMessages(IEnumerable<ChatMessage> messages) => Framing + messages.Sum(message => Framing + Of(message.Role) + Of(message.Text));

    public static int Of(string text)
    {
        var tokens = 0;
        for (var at = 0; at < text.Length;)
        {
            var (length, cost) = Next(text.AsSpan(at));
            tokens += cost;
            at += length;
        }

        return tokens;
    }

    /// <summary>The beginning of a text that costs at most <paramref name="tokens"/>.</summary>
    public static string Cut(string text, int tokens)
    {
        var at = 0;
        for (var left = tokens; at < text.Length;)
        {
            var (length, cost) = Next(text.AsSpan(at));
            if ((left -= cost) < 0)
            {
                break;
            }

            at += length;
        }

        return text[..at];
    }

    private static (int Length, int Cost) Next(ReadOnlySpan<char> text)
    {
        var first = text[0];
        if (char.IsAsciiLetter(first))
        {
            var letters = Run(text, char.IsAsciiLetter);
            return (letters, letters <= ShortWord ? 1 : (letters + WordPart - 1) / WordPart);
        }

        if (char.IsAsciiDigit(first))
        {
            var digits = Run(text, char.IsAsciiDigit);
            return (digits, (digits + DigitsTogether - 1) / DigitsTogether);
        }

        // A surrogate counts one, so that a pair counts two.
        return (1, first is ' ' or '\t' or '\r' ? 0 : 1);
    }

    private static int Run(ReadOnlySpan<char> text, Func<char, bool> belongs)
    {
        var length = 1;
        while (length < text.Length && belongs(text[length]))
        {
            length++;
        }

        return length;
    }
}
