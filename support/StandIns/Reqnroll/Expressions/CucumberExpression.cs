using System.Text;
using System.Text.RegularExpressions;

namespace Reqnroll.Expressions;

/// <summary>
/// Translates a cucumber expression: <c>{type}</c>, optional <c>(text)</c>, alternatives <c>a/b</c>, and <c>\</c> before
/// any of <c>{ ( / \</c> that is meant as it stands.
/// </summary>
internal sealed class CucumberExpression
{
    private readonly string source;
    private readonly Func<string, ParameterType> find;
    private readonly List<ParameterType> parameters = [];
    private int at;

    private CucumberExpression(string source, ParameterTypes types)
    {
        this.source = source;
        find = name => types.Find(name, source);
    }

    /// <summary>The regular expression, anchored, and the types of its parameters from left to right.</summary>
    public static (string Regex, IReadOnlyList<ParameterType> Parameters) Translate(string expression, ParameterTypes types)
    {
        var translation = new CucumberExpression(expression, types);
        return ($"^{translation.Run()}$", translation.parameters);
    }

    private string Run()
    {
        var regex = new StringBuilder();

        // An alternation reaches from blank to blank or to a parameter, so the pieces between them are kept apart.
        var pieces = new List<Piece> { new() };
        while (at < source.Length)
        {
            var next = source[at];
            if (next == '{')
            {
                Flush(regex, pieces);
                regex.Append(Parameter());
            }
            else if (char.IsWhiteSpace(next))
            {
                Flush(regex, pieces);
                regex.Append(Literal(next));
                at++;
            }
            else if (next == '/')
            {
                at++;
                pieces.Add(new Piece());
            }
            else if (next == '(')
            {
                pieces[^1].Regex.Append(Optional());
            }
            else
            {
                pieces[^1].Regex.Append(Literal(Plain()));
                pieces[^1].HasText = true;
            }
        }

        Flush(regex, pieces);
        return regex.ToString();
    }

    private void Flush(StringBuilder regex, List<Piece> pieces)
    {
        if (pieces.Count > 1)
        {
            if (pieces.Exists(p => !p.HasText))
            {
                throw Wrong("an alternative is empty or only optional; write \\/ for a slash that is meant as it stands");
            }

            regex.Append("(?:").AppendJoin('|', pieces.Select(p => p.Regex)).Append(')');
        }
        else
        {
            regex.Append(pieces[0].Regex);
        }

        pieces.Clear();
        pieces.Add(new Piece());
    }

    private string Parameter()
    {
        var end = source.IndexOf('}', at);
        if (end < 0)
        {
            throw Wrong("a { has no }; write \\{ for a brace that is meant as it stands");
        }

        var type = find(source[(at + 1)..end]);
        parameters.Add(type);
        at = end + 1;
        return type.Regex;
    }

    private string Optional()
    {
        var text = new StringBuilder();
        at++;
        while (at < source.Length && source[at] != ')')
        {
            if (source[at] is '{' or '(' or '/')
            {
                throw Wrong("optional text may hold neither {, ( nor /");
            }

            text.Append(Literal(Plain()));
        }

        if (at == source.Length || text.Length == 0)
        {
            throw Wrong("a ( has no text or no ); write \\( for a parenthesis that is meant as it stands");
        }

        at++;
        return $"(?:{text})?";
    }

    private char Plain()
    {
        if (source[at] == '\\')
        {
            at++;
            if (at == source.Length || !(source[at] is '{' or '}' or '(' or ')' or '/' or '\\' || char.IsWhiteSpace(source[at])))
            {
                throw Wrong("only { } ( ) / \\ and blanks can be escaped");
            }
        }

        return source[at++];
    }

    private static string Literal(char character) => Regex.Escape(character.ToString());

    private BindingException Wrong(string why) => new($"This cucumber expression has a problem at column {at + 1}: '{source}': {why}.");

    private sealed class Piece
    {
        public StringBuilder Regex { get; } = new();

        public bool HasText { get; set; }
    }
}
