using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reqnroll.Bindings;

namespace Reqnroll.Engine;

/// <summary>Writes the step definitions that undefined steps lack, ready to be pasted.</summary>
internal static partial class Snippets
{
    /// <summary>The definitions of several steps in a class of their own.</summary>
    public static string Class(IEnumerable<StepInfo> steps)
    {
        var methods = steps.Select(Method).Distinct().Select(m => "    " + m.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n"));
        return $$"""
            using Reqnroll;

            [Binding]
            public sealed class StepDefinitions
            {
            {{string.Join("\n\n", methods)}}
            }
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The definition of one step.</summary>
    public static string Method(StepInfo step)
    {
        var parameters = new List<string>();
        var expression = new StringBuilder();
        var name = new StringBuilder(step.StepDefinitionType.ToString());
        var at = 0;
        foreach (Match match in Argument().Matches(step.Text))
        {
            AddText(step.Text[at..match.Index], expression, name);
            var (placeholder, type) = match.Value[0] is '"' or '\'' ? ("{string}", "string")
                : match.Value.Contains('.', StringComparison.Ordinal) ? ("{decimal}", "decimal")
                : ("{int}", "int");
            expression.Append(placeholder);
            parameters.Add(string.Create(CultureInfo.InvariantCulture, $"{type} p{parameters.Count}"));
            at = match.Index + match.Length;
        }

        AddText(step.Text[at..], expression, name);
        if (step.MultilineText is not null)
        {
            parameters.Add("string multilineText");
        }

        if (step.Table is not null)
        {
            parameters.Add("DataTable dataTable");
        }

        return $$"""
            [{{step.StepDefinitionType}}("{{expression.Replace("\\", "\\\\").Replace("\"", "\\\"")}}")]
            public void {{name}}({{string.Join(", ", parameters)}})
            {
                throw new PendingStepException();
            }
            """;
    }

    private static void AddText(string text, StringBuilder expression, StringBuilder name)
    {
        expression.Append(Special().Replace(text, @"\$0"));
        foreach (Match word in Word().Matches(text))
        {
            name.Append(char.ToUpperInvariant(word.Value[0])).Append(word.Value.AsSpan(1));
        }
    }

    [GeneratedRegex(@"""[^""]*""|'[^']*'(?!\w)|(?<![\w.])-?\d+(?:\.\d+)?(?![\w])")]
    private static partial Regex Argument();

    [GeneratedRegex(@"[\\{}()/]")]
    private static partial Regex Special();

    [GeneratedRegex(@"[\p{L}\p{Nd}_]+")]
    private static partial Regex Word();
}
