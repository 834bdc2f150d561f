using System.Text;
using Gherkin.Ast;

namespace Reqnroll.Generation;

/// <summary>The columns of an outline's examples as parameters of its test, and its rows as data.</summary>
internal sealed class OutlineParameters
{
    private readonly Scenario outline;
    private readonly List<(string Column, string Name)> parameters = [];

    public OutlineParameters(Scenario outline)
    {
        this.outline = outline;
        foreach (var cell in outline.Examples.First().TableHeader.Cells)
        {
            var wanted = Identifiers.Camel(cell.Value);
            wanted = wanted.Length == 0 ? "_" : wanted;
            var name = wanted;
            for (var suffix = 1; parameters.Exists(p => p.Name == name); suffix++)
            {
                name = wanted + suffix;
            }

            parameters.Add((cell.Value.Trim(), name));
        }
    }

    public string Declaration
        => string.Concat(parameters.Select(p => $"string @{p.Name}, ")) + "string __pickleIndex, string[] exampleTags";

    public string Dictionary
    {
        get
        {
            var pairs = new StringBuilder();
            foreach (var (column, name) in parameters)
            {
                pairs.Append("{ ").Literal(column).Append($", @{name} }}, ");
            }

            return $"new global::System.Collections.Specialized.OrderedDictionary {{ {pairs}}}";
        }
    }

    /// <summary>Writes a line of data for every row of examples that are not ignored; returns the next pickle's index.</summary>
    public int Rows(StringBuilder code, int pickle)
    {
        foreach (var examples in outline.Examples)
        {
            string[] tags = [.. examples.Tags.Select(t => t.Name.TrimStart('@'))];
            var isIgnored = tags.Contains("ignore", StringComparer.OrdinalIgnoreCase);
            foreach (var row in examples.TableBody)
            {
                if (!isIgnored)
                {
                    code.Append("    [InlineData(");
                    foreach (var cell in row.Cells)
                    {
                        code.Literal(cell.Value).Append(", ");
                    }

                    code.Append($"\"{pickle}\", ").Append("new string[] ").Braces(tags).Append(")]\n");
                }

                pickle++;
            }
        }

        return pickle;
    }

    /// <summary>A text with its <c>&lt;column&gt;</c>s as a C# expression; a name that is no column stays as it is.</summary>
    public void Substitute(StringBuilder code, string text)
    {
        var at = 0;
        var pieces = 0;
        while (Next(text, at) is var (start, end, name) && start >= 0)
        {
            if (start > at)
            {
                code.Append(pieces++ > 0 ? " + " : "").Literal(text.Substring(at, start - at));
            }

            code.Append(pieces++ > 0 ? " + @" : "@").Append(name);
            at = end;
        }

        if (at < text.Length || pieces == 0)
        {
            code.Append(pieces > 0 ? " + " : "").Literal(text.Substring(at));
        }
    }

    private (int Start, int End, string Name) Next(string text, int from)
    {
        for (var start = text.IndexOf('<', from); start >= 0; start = text.IndexOf('<', start + 1))
        {
            var end = text.IndexOf('>', start);
            if (end < 0)
            {
                break;
            }

            var column = text.Substring(start + 1, end - start - 1).Trim();
            var found = parameters.Find(p => p.Column == column);
            if (found.Name is not null)
            {
                return (start, end + 1, found.Name);
            }
        }

        return (-1, -1, "");
    }
}
