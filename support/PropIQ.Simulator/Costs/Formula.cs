using System.Globalization;

namespace PropIQ.Simulator.Costs;

/// <summary>
/// The arithmetic of cost profiles and thresholds: numbers, names, + - * / and brackets, and one comparison at most. A
/// comparison is 1 when it holds and 0 when not. What names and units mean is for <see cref="FormulaWords"/> to say.
/// </summary>
internal sealed class Formula
{
    private readonly string text;
    private readonly FormulaWords words;
    private int at;

    private Formula(string text, FormulaWords words) => (this.text, this.words) = (text, words);

    /// <summary>What it comes to.</summary>
    /// <exception cref="FormatException">It is no formula, or a name in it is not known.</exception>
    public static decimal Evaluate(string formula, Func<string, decimal?> valueOf) =>
        Read(formula, FormulaWords.Names(valueOf)) is var (value, comparison) && comparison is null ? value : comparison!.Holds ? 1m : 0m;

    /// <summary>The comparison that it is.</summary>
    /// <exception cref="FormatException">It is no comparison, or a name in it is not known.</exception>
    public static Compared Compare(string formula, FormulaWords words) =>
        Read(formula, words).Comparison ?? throw new FormatException($"\"{formula}\" compares nothing: <, <=, >, >=, == or != is missing.");

    private static (decimal Value, Compared? Comparison) Read(string formula, FormulaWords words)
    {
        var reading = new Formula(formula, words);
        try
        {
            var read = reading.Comparison();
            return reading.Peek() == '\0' ? read : throw reading.Unexpected();
        }
        catch (Exception failure) when (failure is DivideByZeroException or OverflowException)
        {
            throw new FormatException($"\"{formula}\" has no value: {failure.Message}");
        }
    }

    /// <summary>What is wrong with its form; null when it can be evaluated.</summary>
    public static string? Complaint(string formula)
    {
        try
        {
            var anything = FormulaWords.Anything();
            Evaluate(formula, _ => anything());
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    private (decimal Value, Compared? Comparison) Comparison()
    {
        var left = Sum();
        var sign = Peek();
        if (sign is not ('<' or '>' or '=' or '!'))
        {
            return (left, null);
        }

        at++;
        var orEqual = at < text.Length && text[at] == '=';
        if (sign == '!' && !orEqual)
        {
            throw Unexpected();
        }

        at += orEqual ? 1 : 0;
        var right = Sum();
        var holds = sign switch
        {
            '<' => orEqual ? left <= right : left < right,
            '>' => orEqual ? left >= right : left > right,
            '!' => left != right,
            _ => left == right,
        };
        return (left, new(left, orEqual ? $"{sign}=" : $"{sign}", right, holds));
    }

    private decimal Sum()
    {
        var value = Product();
        while (Peek() is '+' or '-')
        {
            value = text[at++] == '+' ? value + Product() : value - Product();
        }

        return value;
    }

    private decimal Product()
    {
        var value = Factor();
        while (Peek() is '*' or '/')
        {
            value = text[at++] == '*' ? value * Factor() : value / Factor();
        }

        return value;
    }

    private decimal Factor()
    {
        switch (Peek())
        {
            case '(':
                at++;
                var inner = Sum();
                return Passed(')') ? inner : throw Unexpected();
            case '-':
                at++;
                return -Factor();
            case var digit when char.IsAsciiDigit(digit) || digit == '.':
                var written = While(c => char.IsAsciiDigit(c) || c == '.');
                return decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number * Unit()
                    : throw new FormatException($"\"{text}\" is no formula: \"{written}\" is no number.");
            case var letter when char.IsLetter(letter) || letter == '_':
                var name = While(c => char.IsLetterOrDigit(c) || c == '_' || (words.Calls && c == '.'));
                return words.ValueOf(name, Arguments()) ?? throw new FormatException($"\"{text}\" speaks of \"{name}\", which is not known.");
            default:
                throw Unexpected();
        }
    }

    private decimal Unit()
    {
        if (words.Units.Count == 0 || !(char.IsLetter(Peek()) || Peek() == '%'))
        {
            return 1;
        }

        var unit = While(c => char.IsLetter(c) || c == '%');
        return words.Units.TryGetValue(unit, out var factor) ? factor : throw new FormatException($"\"{text}\" has a unit \"{unit}\", which is not known: there are {string.Join(", ", words.Units.Keys)}.");
    }

    private IReadOnlyList<string> Arguments()
    {
        if (!words.Calls || Peek() != '(')
        {
            return [];
        }

        at++;
        var inside = While(c => c != ')');
        return Passed(')') ? inside.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : throw Unexpected();
    }

    private bool Passed(char expected)
    {
        if (Peek() != expected)
        {
            return false;
        }

        at++;
        return true;
    }

    private string While(Func<char, bool> belongs)
    {
        var start = at;
        while (at < text.Length && belongs(text[at]))
        {
            at++;
        }

        return text[start..at];
    }

    private char Peek()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < text.Length ? text[at] : '\0';
    }

    private FormatException Unexpected() => new(at < text.Length
        ? string.Create(CultureInfo.InvariantCulture, $"\"{text}\" is no formula: \"{text[at]}\" at its character {at + 1} does not belong there.")
        : $"\"{text}\" is no formula: it ends too early.");
}
