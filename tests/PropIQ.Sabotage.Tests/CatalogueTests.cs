using FluentAssertions;
using PropIQ.LivingDocs.Features;
using PropIQ.Sabotage.Catalogue;
using Xunit;

namespace PropIQ.Sabotage.Tests;

/// <summary>Saboteurs, cases and clauses stay in step: no promise goes without a fault that would break it.</summary>
public sealed class CatalogueTests
{
    private static readonly FeatureFolder Features = FeatureFolder.Read(LivingDocs.Options.FindFeatures(AppContext.BaseDirectory)!);

    private static readonly IReadOnlyList<Saboteur> Breaking = [.. Saboteurs.All.Where(saboteur => saboteur.Id != "does_nothing")];

    [Fact]
    public void Every_case_has_a_saboteur() =>
        Features.Cases.Select(each => each.Id).Except(Breaking.SelectMany(saboteur => saboteur.Cases))
            .Should().BeEmpty("a case that nothing breaks could not be told from one that nothing checks");

    [Fact]
    public void Every_clause_has_a_saboteur() =>
        Features.Clauses.Keys.Except(Breaking.SelectMany(saboteur => saboteur.Clauses)).Should().BeEmpty("each clause of the contract needs a fault that violates it");

    [Fact]
    public void Cases_and_clauses_exist()
    {
        Breaking.SelectMany(saboteur => saboteur.Cases).Should().BeSubsetOf(Features.Cases.Select(each => each.Id));
        Breaking.SelectMany(saboteur => saboteur.Clauses).Should().BeSubsetOf(Features.Clauses.Keys);
    }

    [Fact]
    public void Names_are_unique_and_sentences_say_what_is_wrong()
    {
        Saboteurs.All.Select(saboteur => saboteur.Id).Should().OnlyHaveUniqueItems().And.OnlyContain(id => id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'));
        Saboteurs.All.Select(saboteur => saboteur.Breaks).Should().OnlyHaveUniqueItems("two faults are not the same").And.OnlyContain(sentence => sentence.EndsWith('.'));
        Breaking.Should().OnlyContain(saboteur => saboteur.Cases.Count > 0 && saboteur.Clauses.Count > 0 && saboteur.Area.Length > 0);
    }

    [Fact]
    public void There_are_enough_of_them_and_one_who_does_nothing()
    {
        Breaking.Should().HaveCountGreaterThanOrEqualTo(80);
        Saboteurs.All[0].Should().BeEquivalentTo(new { Id = "does_nothing", Cases = Array.Empty<string>() });
    }
}
