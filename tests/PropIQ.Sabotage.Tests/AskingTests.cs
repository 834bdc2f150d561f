using FluentAssertions;
using PropIQ.Sabotage.Commands;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Tweaking;
using Xunit;

namespace PropIQ.Sabotage.Tests;

/// <summary>Whoever asks for something that there is not is told what there is.</summary>
public sealed class AskingTests
{
    private static readonly Saboteur[] Catalogue = [.. Enumerable.Range(1, 5).Select(number => new Saboteur($"fault_{number}", "x.") { Cases = number == 1 ? [] : ["block"], Area = number < 3 ? "money" : "time" })];

    [Fact]
    public void Saboteurs_are_chosen_by_name_area_and_part()
    {
        Chosen([], [], null).Should().HaveCount(5);
        Chosen(["fault_4"], ["money"], null).Should().Equal("fault_1", "fault_2", "fault_4");
        Chosen([], [], "2/2").Should().Equal("fault_1", "fault_3", "fault_5");
    }

    [Theory]
    [InlineData("fault_9", null, null, "There is no saboteur \"fault_9\". There are: fault_1, *")]
    [InlineData(null, "space", null, "There is no area \"space\". There are: money, time.")]
    [InlineData(null, null, "3/2", "--shard 3/2 is no part of a whole*")]
    [InlineData(null, null, "half", "--shard half is no part of a whole*")]
    public void What_there_is_not_cannot_be_chosen(string? only, string? area, string? shard, string message)
    {
        var choosing = () => Chosen(only is null ? [] : [only], area is null ? [] : [area], shard);

        choosing.Should().Throw<BadInputException>().WithMessage(message);
    }

    [Fact]
    public void A_run_gets_the_saboteur_that_it_asks_for() =>
        RunTweaks.Load($"{typeof(SaboteurSource).Assembly.Location};block_a_call_late").Tweaks.Services.Should().NotBeNull();

    [Theory]
    [InlineData("nowhere", "PROPIQ_HOST_TWEAKS is \"nowhere\"*")]
    [InlineData("/nowhere/at-all.dll;block_a_call_late", "*at-all.dll cannot be loaded*")]
    public void A_run_that_asks_for_what_there_is_not_is_refused(string asked, string message)
    {
        var loading = () => RunTweaks.Load(asked);

        loading.Should().Throw<SandboxException>().WithMessage(message);
    }

    [Fact]
    public void Neither_unknown_names_nor_other_assemblies_pass_for_a_real_run()
    {
        var unknown = () => RunTweaks.Load($"{typeof(SaboteurSource).Assembly.Location};no_such_fault");
        var other = () => RunTweaks.Load($"{typeof(RunTweaks).Assembly.Location};block_a_call_late");

        unknown.Should().Throw<SandboxException>().WithMessage("*has no tweaks called \"no_such_fault\"*");
        other.Should().Throw<SandboxException>().WithMessage("*offers no tweaks*");
    }

    private static IEnumerable<string> Chosen(string[] only, string[] areas, string? shard) =>
        new Selection(only, areas, shard).Of(Catalogue).Select(saboteur => saboteur.Id);
}
