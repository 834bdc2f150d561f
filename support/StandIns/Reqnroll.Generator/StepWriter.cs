using System.Text;
using Gherkin;
using Gherkin.Ast;

namespace Reqnroll.Generation;

/// <summary>Writes steps as an array: a line of code for each.</summary>
internal sealed class StepWriter
{
    private readonly StringBuilder code;
    private readonly GherkinDialect dialect;

    public StepWriter(StringBuilder code, string language)
    {
        this.code = code;
        dialect = new GherkinDialectProvider("en").GetDialect(language, null);
    }

    public void Method(string name, IEnumerable<Step> steps)
    {
        code.Append("    private static global::Reqnroll.GeneratedTests.Step[] ").Append(name).Append("() =>\n");
        List(steps, null);
        code.Append(";\n");
    }

    public void List(IEnumerable<Step> steps, OutlineParameters? parameters)
    {
        code.Append("        [\n");
        foreach (var step in steps)
        {
            var kind = Kind(step.Keyword);
            code.Append("            ").Append(kind).Append('(').Append(step.Location.Line).Append(", ");
            Text(step.Text, parameters);
            if (step.DocString is { } doc)
            {
                code.Append(", text: ");
                Text(doc.Content.Replace("\r\n", "\n").Replace("\n", "\r\n"), parameters);
            }

            if (step.DataTable is { } table)
            {
                code.Append(", table: ");
                Table(table, parameters);
            }

            if (step.Keyword != kind + " ")
            {
                code.Append(", keyword: ").Literal(step.Keyword);
            }

            code.Append("),\n");
        }

        code.Append("        ]");
    }

    private void Table(Gherkin.Ast.DataTable table, OutlineParameters? parameters)
    {
        code.Append("Table(");
        var isFirst = true;
        foreach (var row in table.Rows)
        {
            code.Append(isFirst ? "[" : ", [");
            isFirst = false;
            var isFirstCell = true;
            foreach (var cell in row.Cells)
            {
                code.Append(isFirstCell ? "" : ", ");
                isFirstCell = false;
                Text(cell.Value, parameters);
            }

            code.Append(']');
        }

        code.Append(')');
    }

    private void Text(string text, OutlineParameters? parameters)
    {
        if (parameters is null)
        {
            code.Literal(text);
        }
        else
        {
            parameters.Substitute(code, text);
        }
    }

    // And comes first: the asterisk stands for any keyword and then means the kind of the step before.
    private string Kind(string keyword) => keyword switch
    {
        _ when dialect.AndStepKeywords.Contains(keyword) => "And",
        _ when dialect.GivenStepKeywords.Contains(keyword) => "Given",
        _ when dialect.WhenStepKeywords.Contains(keyword) => "When",
        _ when dialect.ThenStepKeywords.Contains(keyword) => "Then",
        _ when dialect.ButStepKeywords.Contains(keyword) => "But",
        _ => "And",
    };
}
