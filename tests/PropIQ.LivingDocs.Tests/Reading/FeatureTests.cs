using FluentAssertions;
using PropIQ.LivingDocs.Features;
using PropIQ.LivingDocs.Model;
using Xunit;

namespace PropIQ.LivingDocs.Tests.Reading;

/// <summary>How features, YAML and Markdown are read.</summary>
public sealed class FeatureTests
{
    [Fact]
    public void Ids_of_scenarios_can_stand_in_links_and_are_unique()
    {
        var feature = FeatureReader.Read("limits/free.feature", Sample.Feature)!;

        feature.Scenarios.Select(scenario => scenario.Id).Should().Equal(
            "limits/free/the-sixth",
            "limits/free/warned-at-used/4",
            "limits/free/warned-at-used/5",
            "limits/free/café-b-résidence-b-in-東京-script-alert-x-script");
    }

    [Fact]
    public void Steps_carry_the_values_of_their_row() =>
        FeatureReader.Read("a.feature", Sample.Feature)!.Scenarios.ElementAt(1).Steps[1].Text.Should().Be("he is warned \"4 of 5 free analyses used\"");

    [Theory]
    [InlineData("Features/limits/free.feature", "limits/free.feature")]
    [InlineData("features\\limits\\free.feature", "limits/free.feature")]
    [InlineData("/home/me/propiq/features/limits/free.feature", "limits/free.feature")]
    [InlineData("limits/free.feature", "limits/free.feature")]
    public void A_feature_is_found_wherever_the_writer_had_it(string uri, string path) => FeatureFolder.PathOf(uri).Should().Be(path);

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        using var folder = new FeaturesOnDisk(("good.feature", Sample.Feature), ("bad.feature", "Feature: x\n  Nonsense:\n  Scenario: y\n    Given z\n    nonsense"), ("edge-cases.yaml", "groups: [a"));

        var read = FeatureFolder.Read(folder.Path);

        read.Features.Should().ContainSingle();
        read.Unreadable.Should().HaveCount(2).And.Contain(each => each.StartsWith("bad.feature")).And.Contain(each => each.StartsWith("edge-cases.yaml"));
    }

    [Fact]
    public void Markdown_becomes_nodes_and_its_html_text()
    {
        var page = MarkdownPage.Read("GLOSSARY.md", Sample.Glossary);

        page.Title.Should().Be("Glossary");
        page.Content.Select(node => node.Tag).Should().Equal("h1", "p", "table");
        Text(page.Content[1]).Should().Be("Block: the refusal. <script>alert('page')</script>");
    }

    [Fact]
    public void The_repositorys_own_features_catalogue_and_sentences_fit_together()
    {
        var folder = FeatureFolder.Read(Options.FindFeatures(AppContext.BaseDirectory)!);
        var cases = folder.Cases.Select(each => each.Id).ToHashSet();

        folder.Unreadable.Should().BeEmpty();
        folder.Features.Should().NotBeEmpty();
        folder.Promises.Sentences.SelectMany(sentence => sentence.Cases).Should().BeSubsetOf(cases);
        folder.Promises.PlanProofs.Values.SelectMany(proofs => proofs).Should().BeSubsetOf(cases);
        folder.Promises.Plans.Should().OnlyContain(plan => plan.Offers.Keys.All(folder.Promises.PlanProofs.ContainsKey));
        var model = ModelBuilder.Build(new Material(folder, [], new Past(), DateTimeOffset.UnixEpoch), new EvidenceStore());
        model.Sentences.Should().OnlyContain(sentence => sentence.Scenarios.Count > 0, "a sentence that customers read must stand in a scenario, word for word");
    }

    private static string Text(PageNode node) => node.Text + string.Concat((node.Children ?? []).Select(Text));
}
