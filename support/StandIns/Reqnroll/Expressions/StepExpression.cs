using System.Text;
using System.Text.RegularExpressions;

namespace Reqnroll.Expressions;

/// <summary>The expression of a step definition, ready to match.</summary>
internal sealed class StepExpression
{
    private readonly string prefix;
    private readonly Lazy<Regex> regex;

    public StepExpression(string source, ParameterTypes types)
    {
        Source = source;
        IsCucumber = ExpressionKind.IsCucumber(source);
        if (IsCucumber)
        {
            var (pattern, parameters) = CucumberExpression.Translate(source, types);
            Parameters = parameters;
            prefix = LiteralStart(source);

            // Most runs are of one scenario, so an expression becomes a Regex when a step first gets as far as it.
            regex = new Lazy<Regex>(() => new Regex(pattern, RegexOptions.CultureInvariant));
        }
        else
        {
            Parameters = [];
            prefix = "";
            var made = new Regex(Anchored(source), RegexOptions.CultureInvariant);
            regex = new Lazy<Regex>(made);
        }
    }

    public string Source { get; }

    public bool IsCucumber { get; }

    public IReadOnlyList<ParameterType> Parameters { get; }

    /// <summary>The captured groups from left to right, or null when the text does not match.</summary>
    public IReadOnlyList<Group>? Match(string text)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || regex.Value.Match(text) is not { Success: true } match)
        {
            return null;
        }

        if (match.Groups.Count == 1)
        {
            return [];
        }

        var groups = new List<Group>(match.Groups.Count - 1);
        for (var i = 1; i < match.Groups.Count; i++)
        {
            if (match.Groups[i].Success)
            {
                groups.Add(match.Groups[i]);
            }
        }

        return groups;
    }

    public static string Anchored(string pattern)
        => (pattern.StartsWith('^') ? "" : "^") + pattern + (pattern.EndsWith('$') ? "" : "$");

    // What is literal before anything that is special. Alternatives reach back to the blank before their word.
    private static string LiteralStart(string source)
    {
        var end = source.AsSpan().IndexOfAny(@"{}()/\");
        if (end < 0)
        {
            return source;
        }

        return source[end] == '{' ? source[..end] : source[..(source.LastIndexOf(' ', end) + 1)];
    }
}
