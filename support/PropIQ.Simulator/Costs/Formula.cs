using System.Globalization;

namespace PropIQ.Simulator.Costs;

/// <summary>
/// The arithmetic of cost profiles: numbers, names, + - * / and brackets, and one comparison at most. A comparison is 1 when
/// it holds and 0 when not.
/// </summary>
internal sealed class Formula
{
    private readonly string text;
    private readonly Func<string, decimal?> valueOf;
    private int at;

    private Formula(string text, Func<string, decimal?> valueOf) => (this.text, this.valueOf) = (text, valueOf);

    /// <summary>What it comes to.</summary>
    /// <exception cref="FormatException">It is no formula, or a name in it is not known.</exception>
    public static decimal Evaluate(string formula, Func<string, decimal?> valueOf)
    {
        var reading = new Formula(formula, valueOf);
        try
        {
            var value = reading.Comparison();
            return reading.Peek() == '\0' ? value : throw reading.Unexpected();
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
            Evaluate(formula, _ => 1m);
            return null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message;
        }
    }

    private decimal Comparison()
    {
        var left = Sum();
        var sign = Peek();
        if (sign is not ('<' or '>' or '=' or '!'))
        {
            return left;
        }

        at++;
        var orEqual = at < text.Length && text[at] == '=';
        at += orEqual ? 1 : 0;
        var right = Sum();
        var holds = sign switch
        {
            '<' => orEqual ? left <= right : left < right,
            '>' => orEqual ? left >= right : left > right,
            '!' => left != right,
            _ => left == right,
        };
        return holds ? 1m : 0m;
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
                return Peek() == ')' && at++ >= 0 ? inner : throw Unexpected();
            case '-':
                at++;
                return -Factor();
            case var digit when char.IsAsciiDigit(digit) || digit == '.':
                return decimal.TryParse(While(c => char.IsAsciiDigit(c) || c == '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Unexpected();
            case var letter when char.IsLetter(letter) || letter == '_':
                var name = While(c => char.IsLetterOrDigit(c) || c == '_');
                return valueOf(name) ?? throw new FormatException($"\"{text}\" speaks of \"{name}\", which is not known.");
            default:
                throw Unexpected();
        }
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
