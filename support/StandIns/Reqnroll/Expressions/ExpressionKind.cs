using System.Text.RegularExpressions;

namespace Reqnroll.Expressions;

/// <summary>Decides whether a step definition's expression is a cucumber expression or a regular one.</summary>
internal static partial class ExpressionKind
{
    public static bool IsCucumber(string expression)
    {
        if (expression.StartsWith('^') || expression.EndsWith('$'))
        {
            return false;
        }

        return Placeholder().IsMatch(expression) || !LooksRegular().IsMatch(expression);
    }

    [GeneratedRegex(@"\{\w*\}")]
    private static partial Regex Placeholder();

    // (…+), (…*), .*, \. and \d+ are signs of a regular expression that has no anchor.
    [GeneratedRegex(@"\([^)]+[*+]\)|\.\*|\\\.|\\d\+")]
    private static partial Regex LooksRegular();
}
