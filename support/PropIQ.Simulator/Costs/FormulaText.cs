using System.Globalization;

namespace PropIQ.Simulator.Costs;

/// <summary>A formula's text while it is read, from its beginning to its end.</summary>
internal sealed class FormulaText(string text)
{
    private int at;

    /// <summary>The next character that is no space; NUL at the end.</summary>
    public char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    /// <summary>Goes past the character that was peeked at.</summary>
    public char Take() => text[at++];

    /// <summary>Goes past the next character that is no space, if it is this one.</summary>
    public bool Took(char expected) => Peek() == expected && TookAtOnce(expected);

    /// <summary>Goes past the very next character, if it is this one.</summary>
    public bool TookAtOnce(char expected)
    {
        var there = at < text.Length && text[at] == expected;
        at += there ? 1 : 0;
        return there;
    }

    /// <summary>Goes past all characters that belong, and answers them.</summary>
    public string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    /// <summary>What to throw where the next character does not belong.</summary>
    public FormatException Unexpected() => new(at < text.Length
        ? string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is no formula: \"{text[at]}\" at its character {at + 1} does not belong there.")
        : $"\"{text}\" is no formula: it ends too early.");

    /// <summary>The whole of it.</summary>
    public override string ToString() => text;
}
