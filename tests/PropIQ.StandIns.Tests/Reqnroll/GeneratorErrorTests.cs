using FluentAssertions;
using Microsoft.CodeAnalysis;
using PropIQ.StandIns.Tests.Reqnroll.Lab;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>What is wrong with a feature file is an error of the build, at its line.</summary>
public sealed class GeneratorErrorTests
{
    /// <summary>Each wrong file, the line that is told, and what is said.</summary>
    [Theory]
    [InlineData("Feature: F\n  Scenario: S\n    Gven a", 0, null)]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n    Gven b", 4, "*got 'Gven b'*a line has to begin with*Given*")]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n      | a | b |\n      | 1 |", 5, "inconsistent cell count*as many cells*")]
    [InlineData("Feature: F\n  Scenario: S\n    Given a\n      \"\"\"\n      open", 6, "*unexpected end of file*doc string is not closed*")]
    [InlineData("# language: xx\nFeature: F", 1, "Language not supported: xx*")]
    [InlineData("Feature: F\n  @a b\n  Scenario: S\n    Given a", 2, "*tag*whitespace*")]
    [InlineData("Feature: F\n  Scenario: It works\n    Given a\n  Scenario: IT works!\n    Given a", 4, "*already has a scenario 'It works' in line 2*")]
    [InlineData("Feature: F\n  Scenario:\n    Given a", 2, "The scenario needs a title*")]
    [InlineData("Feature:\n  Scenario: S\n    Given a", 1, "The feature needs a title*")]
    [InlineData("Feature: F\n  Scenario Outline: S\n    Given <a>", 2, "The scenario outline 'S' has no examples.")]
    [InlineData("Feature: F\n  Scenario Outline: S\n    Given <a>\n    Examples:\n      | a | a |\n      | 1 | 2 |", 5, "Two columns*")]
    [InlineData("Feature: F\n  Scenario Outline: S\n    Given <a>\n    Examples:\n      | a |\n      | 1 |\n    Examples:\n      | b |\n      | 1 |", 8, "All examples*the first have: a.")]
    public void A_wrong_file_is_an_error_at_its_line(string feature, int line, string? message)
    {
        var errors = FeatureLab.Of(feature).Diagnostics;

        if (message is null)
        {
            errors.Should().BeEmpty("to Gherkin it is a description");
            return;
        }

        var error = errors.Should().NotBeEmpty().And.Subject.First();
        error.Severity.Should().Be(DiagnosticSeverity.Error);
        error.GetMessage().Should().Match(message);
        var place = error.Location.GetLineSpan();
        (place.Path, place.StartLinePosition.Line + 1).Should().Be(("Features/One.feature", line));
    }

    /// <summary>All errors of a file are told, and the other files still make their classes.</summary>
    [Fact]
    public void One_wrong_file_does_not_hide_the_others()
    {
        var lab = FeatureLab.Of(
        [
            new LabText("Wrong.feature", "Feature: F\n  Scenario: S\n    Given a\n    x\n    y"),
            new LabText("Right.feature", "Feature: G\n  Scenario: S\n    Given a"),
        ]);

        lab.Diagnostics.Select(d => d.Location.GetLineSpan().StartLinePosition.Line + 1).Should().Equal(4, 5);
        lab.Compilation.GetTypeByMetadataName("Lab.Tests.GFeature").Should().NotBeNull();
    }

    /// <summary>Two features of one title in one folder would be one class.</summary>
    [Fact]
    public void Two_features_of_one_title_are_an_error()
        => FeatureLab.Of(
            [
                new LabText("A/One.feature", "Feature: The same\n  Scenario: S\n    Given a"),
                new LabText("A/Two.feature", "Feature: The Same!\n  Scenario: S\n    Given a"),
                new LabText("B/Three.feature", "Feature: The same\n  Scenario: S\n    Given a"),
            ])
            .Diagnostics.Should().ContainSingle().Which.GetMessage().Should().Contain("same title and folder as One.feature");

    /// <summary>Nothing is made of a project without features, or of an empty file.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    public void An_empty_file_is_no_feature(string text)
    {
        var lab = FeatureLab.Of(text);

        lab.Diagnostics.Should().BeEmpty();
        lab.Compilation.SyntaxTrees.Should().BeEmpty();
    }

    /// <summary>What is made compiles, whatever stands in titles, steps, tables and doc strings.</summary>
    [Fact]
    public void Any_text_compiles()
    {
        var lab = FeatureLab.Of("""
            Feature: Ünïcode 😀 \ "quotes" {braces}
              Text with "quotes" and \.

              Background:
                Given a "quoted" \ {thing} 😀
                  | a \| b | "c" |
                  | \\n    |     |

              Scenario Outline: class <x> void
                Given <x> and <not a column> and < x >
                  '''json
                  '''
                  ```
                  { "x": "<x>" }
                  ```

                Examples:
                  | x | class | exampleTags2 |  |
                  | 1 | 2     | 3            |  |
            """.Replace("      '''json\n      '''\n", "", StringComparison.Ordinal));

        lab.Diagnostics.Should().BeEmpty();
        lab.Compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
    }
}
