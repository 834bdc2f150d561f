using System.Reflection;
using FluentAssertions;
using Microsoft.CodeAnalysis;
using PropIQ.StandIns.Tests.Reqnroll.Lab;
using Xunit.v3;

namespace PropIQ.StandIns.Tests.Reqnroll;

/// <summary>What the tests made of a feature file look like to xunit: names, traits, data, collections.</summary>
public sealed class GeneratorTests
{
    private const string Rich = """
        @shop @alone
        Feature: The basket's 1st-rate "life"
          Some text.

          @quick @smoke
          Scenario: It isn't empty - at 9.30
            Given a

          @ignore
          Scenario: Left out
            Given a

          @many
          Scenario Outline: All kinds
            Given <Fruit kind> and <1st> <unknown>

            Examples:
              | Fruit kind | 1st | unused |
              | apple      | 1   | x      |

            @special
            Examples: More
              | Fruit kind | 1st | unused |
              | "pear"     | \|  | y      |

            @ignore
            Examples: None
              | Fruit kind | 1st | unused |
              | plum       | 3   | z      |

          @ruled
          Rule: A rule
            Background:
              Given b

            @inner
            Scenario: Inside
              Given a
        """;

    private static readonly Lazy<Type> Feature = new(() => FeatureLab.Of(Rich, """{ "generator": { "addNonParallelizableMarkerForTags": ["alone"] } }""").LoadFeature());

    /// <summary>Class, namespace and methods have the names that the real generator gives them.</summary>
    [Fact]
    public void Names_are_those_of_the_real_generator()
    {
        Feature.Value.FullName.Should().Be("Lab.Tests.Features.TheBaskets1St_RateLifeFeature");
        Tests(Feature.Value).Select(m => m.Name).Should().Equal("ItIsntEmpty_At9_30", "LeftOut", "AllKinds", "Inside");
        Fact("Inside").DisplayName.Should().Be("Inside");
        Fact("ItIsntEmpty_At9_30").DisplayName.Should().Be("It isn't empty - at 9.30");
    }

    /// <summary>Tags of the feature are traits of the class; tags of rule and scenario are traits of the method.</summary>
    [Fact]
    public void Tags_are_traits()
    {
        Traits(Feature.Value).Should().Equal("Category=shop", "Category=alone");
        Traits(Method("ItIsntEmpty_At9_30")).Should().Equal(
            "FeatureTitle=The basket's 1st-rate \"life\"", "Description=It isn't empty - at 9.30", "Category=quick", "Category=smoke");
        Traits(Method("Inside")).Should().Contain(["Category=ruled", "Category=inner"]);
        Traits(Method("LeftOut")).Should().NotContain("Category=ignore");
        Traits(Method("AllKinds")).Should().Contain("Category=many").And.NotContain("Category=special");
    }

    /// <summary>An outline is one theory: a row a line, all parameters text.</summary>
    [Fact]
    public void An_outline_is_a_theory()
    {
        var outline = Method("AllKinds");

        outline.GetCustomAttribute<TheoryAttribute>()!.DisplayName.Should().Be("All kinds");
        outline.GetParameters().Select(p => $"{p.ParameterType.Name} {p.Name}").Should().Equal(
            "String fruitKind", "String _1St", "String unused", "String __pickleIndex", "String[] exampleTags");
        var rows = outline.GetCustomAttributes<InlineDataAttribute>().Select(d => d.Data).ToArray();
        rows.Should().HaveCount(2);
        rows[0].Take(4).Should().Equal("apple", "1", "x", "2");
        rows[1].Take(4).Should().Equal("\"pear\"", "|", "y", "3");
        rows[1][4].Should().BeEquivalentTo(new[] { "special" });
    }

    /// <summary>An ignored scenario is skipped by xunit itself.</summary>
    [Fact]
    public void Ignored_scenarios_are_skipped()
    {
        Fact("LeftOut").Skip.Should().Be("Ignored");
        Fact("Inside").Skip.Should().BeNull();
    }

    /// <summary>All scenarios of an ignored feature or rule are skipped, and the feature has no fixture whose hooks could run.</summary>
    [Theory]
    [InlineData("@ignore\nFeature: F\n  Scenario: S\n    Given a", false)]
    [InlineData("Feature: F\n  @Ignore\n  Rule: R\n    Scenario: S\n      Given a", true)]
    public void Ignored_features_and_rules_are_skipped(string feature, bool hasFixture)
    {
        var type = FeatureLab.Of(feature).LoadFeature();

        Tests(type).Single().GetCustomAttribute<FactAttribute>()!.Skip.Should().Be("Ignored");
        type.GetInterfaces().Any(i => i.IsGenericType).Should().Be(hasFixture);
    }

    /// <summary>A feature with a tag that reqnroll.json names runs alone.</summary>
    [Fact]
    public void Features_with_a_tag_of_the_list_run_alone()
    {
        Feature.Value.GetCustomAttribute<CollectionAttribute>()!.Name.Should().Be("ReqnrollNonParallelizableFeatures");
        FeatureLab.Of("@alone\nFeature: F\n  Scenario: S\n    Given a").LoadFeature().IsDefined(typeof(CollectionAttribute)).Should().BeFalse();
        Feature.Value.Assembly.GetExportedTypes().Select(t => t.GetCustomAttribute<CollectionDefinitionAttribute>())
            .Should().ContainSingle(d => d != null && d.DisableParallelization && d.Name == "ReqnrollNonParallelizableFeatures");
    }

    /// <summary>xunit finds a test in its feature file.</summary>
    [Fact]
    public void A_test_is_placed_in_its_feature_file()
    {
        var fact = (IFactAttribute)Fact("Inside");

        (fact.SourceFilePath, fact.SourceLineNumber).Should().Be(("Features/One.feature", 37));
    }

    /// <summary>A change of one file makes that file's class anew, and no other.</summary>
    [Fact]
    public void Only_a_changed_feature_is_made_anew()
    {
        LabText[] files = [.. Enumerable.Range(1, 3).Select(i => new LabText($"F{i}.feature", $"Feature: F{i}\n  Scenario: S\n    Given a"))];
        var lab = FeatureLab.Of(files);

        var driver = lab.Driver.ReplaceAdditionalText(files[1], new LabText("F2.feature", "Feature: F2\n  Scenario: Other\n    Given a"))
            .RunGenerators(lab.Before, TestContext.Current.CancellationToken);

        driver.GetRunResult().Results.Single().TrackedSteps["Features"].SelectMany(s => s.Outputs).Select(o => o.Reason)
            .Should().BeEquivalentTo([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached]);
    }

    private static IEnumerable<MethodInfo> Tests(Type type) => type.GetMethods().Where(m => m.IsDefined(typeof(FactAttribute)));

    private static MethodInfo Method(string name) => Feature.Value.GetMethod(name)!;

    private static FactAttribute Fact(string name) => Method(name).GetCustomAttribute<FactAttribute>()!;

    private static IEnumerable<string> Traits(MemberInfo member)
        => member.GetCustomAttributes<TraitAttribute>().Select(t => $"{t.Name}={t.Value}");
}
