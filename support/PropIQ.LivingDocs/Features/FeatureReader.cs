using System.Collections.Concurrent;
using Gherkin;
using Gherkin.CucumberMessages;
using Gherkin.CucumberMessages.Pickles;
using Io.Cucumber.Messages.Types;

namespace PropIQ.LivingDocs.Features;

/// <summary>Reads a feature with the official parser, outlines row by row, as Cucumber itself would run them.</summary>
public static class FeatureReader
{
    // The folder, the run's messages and its history hold the same texts.
    private static readonly ConcurrentDictionary<(string Path, string Text), FeatureSpec?> Known = new();

    /// <summary>Reads a feature; null when the file is empty. The same text is read once.</summary>
    /// <exception cref="ParserException">The text is no Gherkin.</exception>
    public static FeatureSpec? Read(string path, string text) => Known.GetOrAdd((path, text), static file => ReadAnew(file.Path, file.Text));

    private static FeatureSpec? ReadAnew(string path, string text)
    {
        var ids = new Counter();
        var document = new AstMessagesConverter(ids).ConvertGherkinDocumentToEventArgs(new Parser().Parse(new StringReader(text)), path);
        if (document.Feature is not { } feature)
        {
            return null;
        }

        var pickles = new PickleCompiler(ids).Compile(document).ToLookup(pickle => pickle.AstNodeIds[0]);
        var keywords = StepsOf(feature).ToDictionary(step => step.Id, step => step.Keyword.Trim());
        var names = new Names(path);
        List<RuleSpec> rules = [];
        var loose = ScenariosOf(feature.Children.Select(child => child.Scenario));
        if (loose.Count > 0)
        {
            rules.Add(new RuleSpec("", null, loose));
        }

        rules.AddRange(feature.Children.Where(child => child.Rule is not null).Select(child =>
            new RuleSpec(child.Rule.Name, Plain(child.Rule.Description), ScenariosOf(child.Rule.Children.Select(inner => inner.Scenario)))));
        return new FeatureSpec(path, feature.Name, Plain(feature.Description), [.. feature.Tags.Select(Bare)], rules);

        List<ScenarioSpec> ScenariosOf(IEnumerable<Scenario?> scenarios) =>
            [.. scenarios.OfType<Scenario>().SelectMany(scenario => pickles[scenario.Id].Select(pickle => Spec(scenario, pickle, keywords, names)))];
    }

    private static ScenarioSpec Spec(Scenario scenario, Io.Cucumber.Messages.Types.Pickle pickle, Dictionary<string, string> keywords, Names names)
    {
        var (row, line) = RowOf(scenario, pickle);
        return new ScenarioSpec(
            names.For(scenario.Name, row.Select(cell => cell.Value)),
            pickle.Name,
            line,
            Plain(scenario.Description),
            row.Count > 0 ? scenario.Name : null,
            row,
            [.. pickle.Tags.Select(tag => tag.Name.TrimStart('@'))],
            [.. pickle.Steps.Select(step => new StepSpec(
                keywords.GetValueOrDefault(step.AstNodeIds[0], ""),
                step.Text,
                step.Argument?.DataTable?.Rows.Select(IReadOnlyList<string> (cells) => [.. cells.Cells.Select(cell => cell.Value)]).ToList(),
                step.Argument?.DocString?.Content))]);
    }

    private static (IReadOnlyList<KeyValuePair<string, string>> Row, int Line) RowOf(Scenario scenario, Io.Cucumber.Messages.Types.Pickle pickle)
    {
        if (pickle.AstNodeIds is [_, var rowId])
        {
            foreach (var examples in scenario.Examples)
            {
                if (examples.TableBody.FirstOrDefault(row => row.Id == rowId) is { } row)
                {
                    return ([.. examples.TableHeader.Cells.Zip(row.Cells, (head, cell) => KeyValuePair.Create(head.Value, cell.Value))], (int)row.Location.Line);
                }
            }
        }

        return ([], (int)scenario.Location.Line);
    }

    private static IEnumerable<Step> StepsOf(Feature feature) =>
        feature.Children.SelectMany(child => (child.Background?.Steps ?? []).Concat(child.Scenario?.Steps ?? [])
            .Concat((child.Rule?.Children ?? []).SelectMany(inner => (inner.Background?.Steps ?? []).Concat(inner.Scenario?.Steps ?? []))));

    private static string Bare(Tag tag) => tag.Name.TrimStart('@');

    // Indentation belongs to the file; an empty line is a paragraph.
    private static string? Plain(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();

    private sealed class Counter : IIdGenerator
    {
        private int last;

        public string GetNewId() => (++last).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
