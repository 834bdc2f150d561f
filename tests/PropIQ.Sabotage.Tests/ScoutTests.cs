using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Sabotage.Reach;
using PropIQ.Sabotage.Running;
using PropIQ.Sabotage.Twisting;
using Xunit;

namespace PropIQ.Sabotage.Tests;

/// <summary>Nobody is left out who could meet a saboteur: where that is not certain, everybody plays.</summary>
public sealed class ScoutTests
{
    [Fact]
    public void A_saboteur_shows_where_he_would_step_in_and_changes_nothing()
    {
        var services = Services();

        var seams = Casing.Of(Who(host => host.Twist<IHealth>(nameof(IHealth.Ask), real => () => !real.Ask()).Intercept("/health", (_, _) => Task.CompletedTask)), services);

        seams.Should().Equal(Seam.In(typeof(IHealth), nameof(IHealth.Ask)), Seam.At("/health"));
        services.BuildServiceProvider().GetRequiredService<IHealth>().Should().BeOfType<Health>();
    }

    [Fact]
    public void Who_changes_services_in_his_own_way_may_be_met_anywhere() => Casing.Of(Who(host => host.AddSingleton<IHealth, Health>()), Services()).Should().BeNull();

    [Fact]
    public void Who_changes_the_configuration_may_be_met_anywhere() =>
        Casing.Of(Who(host => { }) with { Options = options => options }, Services()).Should().BeNull();

    [Fact]
    public void Who_changes_every_endpoint_may_be_met_anywhere() => Casing.Of(Who(host => host.Intercept(null, (_, _) => Task.CompletedTask)), Services()).Should().BeNull();

    [Fact]
    public void What_cannot_be_listened_to_may_be_asked_anywhere() =>
        Casing.Of(Who(host => host.Twist<ISpans>(nameof(ISpans.Read), _ => () => true)), Services()).Should().BeNull();

    [Fact]
    public void A_listener_hears_the_method_and_hands_it_on()
    {
        List<string> heard = [];
        var services = Services();
        Listener.Put(services, typeof(IHealth), heard.Add);

        services.BuildServiceProvider().GetRequiredService<IHealth>().Ask().Should().BeTrue();

        heard.Should().Equal(nameof(IHealth.Ask));
    }

    [Fact]
    public void Those_play_who_come_by()
    {
        var reach = new ReachFile(new Dictionary<string, List<string>?> { ["met"] = ["Health.Asked"], ["hidden"] = [], ["anywhere"] = null });
        var playlist = Playlists.Full(reach);

        Plays(playlist, "met").Should().Equal("Health.Asked", "Health.Tagged");
        Plays(playlist, "hidden").Should().Equal("Health.Tagged");
        Plays(playlist, "anywhere").Should().HaveCount(3);
        Plays(playlist, "unheard_of").Should().HaveCount(3);
        playlist(Who(null) with { Id = "met", Cases = [] }).Should().Be(Part.All, "who breaks nothing has to get past everything");
    }

    private static IEnumerable<string> Plays(Playlist playlist, string id)
    {
        var part = playlist(Who(null) with { Id = id });
        return new[] { ("Health.Asked", "edge:other"), ("Health.Tagged", "edge:health"), ("Health.Neither", "needs:clock") }.Where(test => part.Has(test.Item1, [test.Item2])).Select(test => test.Item1);
    }

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IHealth, Health>();
        return services;
    }

    private static Saboteur Who(Action<IServiceCollection>? host) => new("somebody", "x.") { Cases = ["health"], Host = host };

    public interface IHealth
    {
        bool Ask();
    }

    public interface ISpans
    {
        bool Read(ReadOnlySpan<byte> bytes);
    }

    private sealed class Health : IHealth
    {
        public bool Ask() => true;
    }
}
