using System.Globalization;
using System.Text;

namespace Reqnroll.Generation;

/// <summary>Writes values as C#.</summary>
internal static class CodeText
{
    public static StringBuilder Literal(this StringBuilder code, string? text)
    {
        if (text is null)
        {
            return code.Append("null");
        }

        code.Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => code.Append("\\\""),
                '\\' => code.Append("\\\\"),
                '\n' => code.Append("\\n"),
                '\r' => code.Append("\\r"),
                '\t' => code.Append("\\t"),
                _ when char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029'
                    => code.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)),
                _ => code.Append(character),
            };
        }

        return code.Append('"');
    }

    public static StringBuilder List(this StringBuilder code, IEnumerable<string> texts) => code.Items(texts, '[', ']');

    public static StringBuilder Braces(this StringBuilder code, IEnumerable<string> texts) => code.Items(texts, '{', '}');

    private static StringBuilder Items(this StringBuilder code, IEnumerable<string> texts, char open, char close)
    {
        code.Append(open);
        var isFirst = true;
        foreach (var text in texts)
        {
            code.Append(isFirst ? "" : ", ").Literal(text);
            isFirst = false;
        }

        return code.Append(close);
    }
}
