using System.Globalization;

namespace PropIQ.Simulator.Costs;

/// <summary>
/// The arithmetic of cost profiles and thresholds: numbers, names, + - * / and brackets, and one comparison at most. A
/// comparison is 1 when it holds and 0 when not. What names and units mean is for <see cref="FormulaWords"/> to say.
/// </summary>
internal sealed class Formula
{
    private readonly FormulaText text;
    private readonly FormulaWords words;

    private Formula(FormulaText text, FormulaWords words) => (this.text, this.words) = (text, words);

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
        var text = new FormulaText(formula);
        try
        {
            var read = new Formula(text, words).Comparison();
            return text.Peek() == '\0' ? read : throw text.Unexpected();
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
        var sign = text.Peek();
        if (sign is not ('<' or '>' or '=' or '!'))
        {
            return (left, null);
        }

        text.Take();
        var orEqual = text.TookAtOnce('=');
        if (sign == '!' && !orEqual)
        {
            throw text.Unexpected();
        }

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
        while (text.Peek() is '+' or '-')
        {
            value = text.Take() == '+' ? value + Product() : value - Product();
        }

        return value;
    }

    private decimal Product()
    {
        var value = Factor();
        while (text.Peek() is '*' or '/')
        {
            value = text.Take() == '*' ? value * Factor() : value / Factor();
        }

        return value;
    }

    private decimal Factor()
    {
        switch (text.Peek())
        {
            case '(':
                text.Take();
                var inner = Sum();
                return text.Took(')') ? inner : throw text.Unexpected();
            case '-':
                text.Take();
                return -Factor();
            case var digit when char.IsAsciiDigit(digit) || digit == '.':
                var written = text.While(c => char.IsAsciiDigit(c) || c == '.');
                return decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number * Unit()
                    : throw new FormatException($"\"{text}\" is no formula: \"{written}\" is no number.");
            case var letter when char.IsLetter(letter) || letter == '_':
                var name = text.While(c => char.IsLetterOrDigit(c) || c == '_' || (words.Calls && c == '.'));
                return words.ValueOf(name, Arguments()) ?? throw new FormatException($"\"{text}\" speaks of \"{name}\", which is not known.");
            default:
                throw text.Unexpected();
        }
    }

    private decimal Unit()
    {
        if (words.Units.Count == 0 || !(char.IsLetter(text.Peek()) || text.Peek() == '%'))
        {
            return 1;
        }

        var unit = text.While(c => char.IsLetter(c) || c == '%');
        return words.Units.TryGetValue(unit, out var factor) ? factor : throw new FormatException($"\"{text}\" has a unit \"{unit}\", which is not known: there are {string.Join(", ", words.Units.Keys)}.");
    }

    private IReadOnlyList<string> Arguments()
    {
        if (!words.Calls || !text.Took('('))
        {
            return [];
        }

        var inside = text.While(c => c != ')');
        return text.Took(')') ? inside.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : throw text.Unexpected();
    }
}
