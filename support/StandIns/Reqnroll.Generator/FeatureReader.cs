using System.IO;
using Gherkin;
using Gherkin.Ast;

namespace Reqnroll.Generation;

/// <summary>Reads a feature file by the official parser and checks what the tests made of it need.</summary>
internal static class FeatureReader
{
    public static (Feature? Feature, List<Problem> Problems) Read(FeatureFile file)
    {
        try
        {
            var feature = new Parser().Parse(new StringReader(file.Text)).Feature;
            if (feature is null)
            {
                return (null, []);
            }

            var problems = Check(feature, file.Path).ToList();
            return (feature, problems);
        }
        catch (CompositeParserException errors)
        {
            return (null, [.. errors.Errors.Select(e => Describe(e, file))]);
        }
        catch (ParserException error)
        {
            return (null, [Describe(error, file)]);
        }
    }

    /// <summary>The scenarios in the order of their pickles, with the rule that each belongs to.</summary>
    public static IEnumerable<(Scenario Scenario, Rule? Rule)> Scenarios(Feature feature)
        => feature.Children.SelectMany(child => child switch
        {
            Scenario scenario => [(scenario, (Rule?)null)],
            Rule rule => rule.Children.OfType<Scenario>().Select(s => (s, (Rule?)rule)),
            _ => Enumerable.Empty<(Scenario, Rule?)>(),
        });

    private static IEnumerable<Problem> Check(Feature feature, string path)
    {
        if (Identifiers.Pascal(feature.Name).Length == 0)
        {
            yield return At(Problem.Structure, feature.Location, path, "The feature needs a title with letters in it.");
        }

        var names = new Dictionary<string, Scenario>(StringComparer.OrdinalIgnoreCase);
        foreach (var (scenario, _) in Scenarios(feature))
        {
            var name = Identifiers.Pascal(scenario.Name);
            if (name.Length == 0)
            {
                yield return At(Problem.Structure, scenario.Location, path, "The scenario needs a title with letters in it.");
            }
            else if (names.TryGetValue(name, out var first))
            {
                yield return At(
                    Problem.SameTitle,
                    scenario.Location,
                    path,
                    $"The feature already has a scenario '{first.Name}' in line {first.Location.Line}; titles have to differ in more than case and punctuation.");
            }
            else
            {
                names.Add(name, scenario);
            }

            foreach (var problem in CheckExamples(scenario, path))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<Problem> CheckExamples(Scenario scenario, string path)
    {
        var isOutline = scenario.Examples.Any();
        if (!isOutline && scenario.Keyword is "Scenario Outline" or "Scenario Template")
        {
            yield return At(Problem.Structure, scenario.Location, path, $"The scenario outline '{scenario.Name}' has no examples.");
        }

        string[]? columns = null;
        foreach (var examples in scenario.Examples)
        {
            if (examples.TableHeader is null)
            {
                yield return At(Problem.Structure, examples.Location, path, "The examples have no table.");
                continue;
            }

            string[] header = [.. examples.TableHeader.Cells.Select(c => c.Value)];
            if (header.Distinct().Count() < header.Length)
            {
                yield return At(Problem.Structure, examples.TableHeader.Location, path, "Two columns of the examples have one name.");
            }

            columns ??= header;
            if (!columns.SequenceEqual(header))
            {
                yield return At(
                    Problem.Structure,
                    examples.TableHeader.Location,
                    path,
                    $"All examples of an outline need the same columns; the first have: {string.Join(", ", columns)}.");
            }
        }
    }

    private static Problem Describe(ParserException error, FeatureFile file)
    {
        var line = error.Location?.Line ?? 1;
        var column = error.Location?.Column ?? 1;

        // The parser repeats the place in front of its message.
        var message = error.Message;
        var end = message.StartsWith("(", StringComparison.Ordinal) ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        return new Problem(Problem.Syntax, file.Path, line, column, Help(end < 0 ? message : message.Substring(end + 3)));
    }

    private static string Help(string message)
    {
        var hint = message switch
        {
            _ when message.Contains("inconsistent cell count") => "every row of a table needs as many cells as its first row; a | inside a cell is written \\|",
            _ when message.Contains("unexpected end of file") && message.Contains("DocString") => "the doc string is not closed: it ends with the same \"\"\" or ``` that began it",
            _ when message.Contains("expected: #EOF") => "a line has to begin with Feature, Background, Rule, Scenario, Examples, Given, When, Then, And, But, |, \"\"\", @ or #",
            _ when message.Contains("Language not supported") => "see the first line, '# language: …'",
            _ when message.Contains("tag may not contain whitespace") => "tags are divided by blanks and each begins with @",
            _ => null,
        };
        return hint is null ? message : $"{message} ({hint})";
    }

    private static Problem At(Microsoft.CodeAnalysis.DiagnosticDescriptor rule, Gherkin.Ast.Location location, string path, string message)
        => new(rule, path, location.Line, location.Column, message);
}
