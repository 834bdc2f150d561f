using System.Text.RegularExpressions;
using FluentAssertions;
using Gherkin;
using Gherkin.Ast;
using Xunit;

namespace PropIQ.Support.Tests.Features;

/// <summary>What every feature file owes its readers. A mistyped first step is a description to Gherkin: a scenario without steps.</summary>
public sealed partial class FeatureRulesTests
{
    public static TheoryData<string> Files => [.. FeatureFiles.Paths];

    [Fact]
    public void There_are_features() => FeatureFiles.Paths.Should().NotBeEmpty();

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_scenario_does_something_and_judges_it(string path)
    {
        foreach (var (_, scenario) in FeatureFiles.Scenarios(FeatureFiles.Read(path)))
        {
            var place = $"{path}:{scenario.Location.Line} \"{scenario.Name}\"";
            scenario.Steps.Should().NotBeEmpty("{0} has no steps: is its first step mistyped?", place);
            Kinds(scenario).Should().Contain(StepKeywordType.Outcome, "{0} has no Then, so it cannot fail", place);
            Kinds(scenario).Should().Contain(kind => kind != StepKeywordType.Outcome, "{0} only judges: what happens before?", place);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_scenario_stands_under_a_rule(string path)
    {
        foreach (var (rule, scenario) in FeatureFiles.Scenarios(FeatureFiles.Read(path)))
        {
            rule.Should().NotBeNull("{0}:{1} \"{2}\" needs a Rule that says in a sentence what it shows", path, scenario.Location.Line, scenario.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_scenario_is_brief(string path)
    {
        foreach (var (_, scenario) in FeatureFiles.Scenarios(FeatureFiles.Read(path)))
        {
            scenario.Steps.Count().Should().BeLessThanOrEqualTo(9, "{0}:{1} \"{2}\" is a script, not an example", path, scenario.Location.Line, scenario.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_word_of_the_protocol_reaches_a_reader(string path)
    {
        var lines = File.ReadAllLines(Path.Combine(FeatureFiles.Folder.FullName, path));
        lines.Where(line => ProtocolWords().IsMatch(line)).Should().BeEmpty("{0} is for a product owner", path);
    }

    private static IEnumerable<StepKeywordType> Kinds(Scenario scenario) =>
        scenario.Steps.Select(step => step.KeywordType).Where(kind => kind != StepKeywordType.Conjunction);

    [GeneratedRegex(@"\b(GET|POST|PUT|DELETE|HTTP|JSON|URL|[Ss]tatus code|[Ee]ndpoint)\b|/(propiq|auth|stripe|support)/|(?<![@:\w])[a-z]+_[a-z_]+\b", RegexOptions.CultureInvariant)]
    private static partial Regex ProtocolWords();
}
