using System.Collections.Concurrent;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Analyses;
using PropIQ.ReferenceApi.Domain.Limits;
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

        seams!.Seams.Should().Equal(Seam.In(typeof(IHealth), nameof(IHealth.Ask)), Seam.At("/health"));
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
        List<Seam> heard = [];
        var services = Services();
        Listener.Put(services, typeof(IHealth), [], heard.Add);

        services.BuildServiceProvider().GetRequiredService<IHealth>().Ask().Should().BeTrue();

        heard.Should().Equal(Seam.In(typeof(IHealth), null), Seam.In(typeof(IHealth), nameof(IHealth.Ask)));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void Of_a_decision_counts_only_what_he_would_answer_otherwise(decimal price, bool otherwise)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IPriceRules, PriceRules>();
        var places = Casing.Of(
            Who(host => host.Twist<IPriceRules>(nameof(IPriceRules.Accepts), real => (decimal asked) => asked == 11 ? throw new InvalidOperationException() : asked < 10 && real.Accepts(asked))),
            services)!;
        List<Seam> heard = [];
        Listener.Put(services, typeof(IPriceRules), places.Versions, heard.Add);

        services.BuildServiceProvider().GetRequiredService<IPriceRules>().Accepts(price).Should().BeTrue();

        heard.Intersect(places.Seams).Should().Equal(otherwise ? places.Seams : []);
    }

    [Fact]
    public async Task Of_one_who_changes_failures_counts_only_what_fails_at_once_or_later()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IErrand, Errand>();
        var seams = Casing.Of(
            Who(host => host.TwistFailures<IErrand>(nameof(IErrand.RunAsync), (_, _) => (int _) => Task.CompletedTask).OnRefusal("/health", (_, refusal) => throw refusal)), services)!.Seams;
        seams.Should().Equal(Seam.FailingIn(typeof(IErrand), nameof(IErrand.RunAsync)), Seam.RefusingAt("/health"));
        ConcurrentQueue<Seam> heard = [];
        Listener.Put(services, typeof(IErrand), [], heard.Enqueue);
        var errand = services.BuildServiceProvider().GetRequiredService<IErrand>();

        await errand.RunAsync(1);
        heard.Intersect(seams).Should().BeEmpty();

        await FluentActions.Awaiting(() => errand.RunAsync(2)).Should().ThrowAsync<InvalidOperationException>();
        heard.Intersect(seams).Should().ContainSingle();

        heard.Clear();
        await FluentActions.Awaiting(() => errand.RunAsync(3)).Should().ThrowAsync<InvalidOperationException>();
        heard.Intersect(seams).Should().ContainSingle();
    }

    [Fact]
    public void Decisions_are_the_domains_rules_that_answer_at_once_and_remember_nothing()
    {
        Decisions.IsOne(typeof(IPriceRules), null).Should().BeTrue();
        Decisions.IsOne(typeof(IRateLimiter), null).Should().BeFalse();
        Decisions.IsOne(typeof(IPasswordHasher), null).Should().BeFalse();
        Decisions.IsOne(typeof(IHealth), nameof(IHealth.Ask)).Should().BeFalse();
    }

    [Fact]
    public void Answers_are_the_same_when_all_that_is_in_them_is()
    {
        Decisions.AreSame(new Answer("a", [1, 2]), new Answer("a", [1, 2])).Should().BeTrue();
        Decisions.AreSame(new Answer("a", [1, 2]), new Answer("a", [2, 1])).Should().BeFalse();
        Decisions.AreSame(new Answer("a", [1]), new Answer("a", [1, 2])).Should().BeFalse();
        Decisions.AreSame(new Answer("a", [1]), new Answer("b", [1])).Should().BeFalse();
        Decisions.AreSame(null, new Answer("a", [])).Should().BeFalse();
        Decisions.AreSame(new Health(), new Health()).Should().BeFalse("nobody knows what is in it");
        Decisions.AreSame("ab", "ba").Should().BeFalse();
        Decisions.AreSame(Task.FromResult(1), Task.FromResult(1)).Should().BeTrue();
        Decisions.AreSame(Task.FromResult(1), Task.FromResult(2)).Should().BeFalse();
        Decisions.AreSame(new TaskCompletionSource<int>().Task, Task.FromResult(2)).Should().BeFalse("it is still to come");
    }

    [Fact]
    public void Those_play_who_come_by()
    {
        var reach = new ReachFile(new Dictionary<string, List<string>?> { ["met"] = ["Health.Asked", "PropIQ.Features.Courses.Lived"], ["hidden"] = [], ["anywhere"] = null });
        var playlist = Playlists.Full(reach);

        Plays(playlist, "met").Should().Equal("Health.Asked", "Health.Tagged");
        Plays(playlist, "hidden").Should().Equal("Health.Tagged");
        Plays(playlist, "anywhere").Should().HaveCount(4);
        Plays(playlist, "unheard_of").Should().HaveCount(4);
        playlist(Who(null) with { Id = "met", Cases = [] }).Should().Be(Part.All, "who breaks nothing has to get past everything");
    }

    private static IEnumerable<string> Plays(Playlist playlist, string id)
    {
        var part = playlist(Who(null) with { Id = id });
        return new[] { ("Health.Asked", "edge:other"), ("Health.Tagged", "edge:health"), ("Health.Neither", "needs:clock"), ("PropIQ.Features.Courses.Lived", "edge:courses") }.Where(test => part.Has(test.Item1, [test.Item2])).Select(test => test.Item1);
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

    public interface IErrand
    {
        Task RunAsync(int number);
    }

    public interface ISpans
    {
        bool Read(ReadOnlySpan<byte> bytes);
    }

    private sealed class Errand : IErrand
    {
        public Task RunAsync(int number) => number switch
        {
            1 => Task.CompletedTask,
            2 => throw new InvalidOperationException(),
            _ => FailLaterAsync(),
        };

        private static async Task FailLaterAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException();
        }
    }

    private sealed record Answer(string Text, IReadOnlyList<int> Numbers);

    private sealed class Health : IHealth
    {
        public bool Ask() => true;
    }
}
