using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Section 2 where many come at once, and on the boundaries of a session's life.</summary>
public sealed class SessionRacesTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_many_sign_ups_for_one_e_mail_one_succeeds()
    {
        using var visitor = Visitor.Stranger(await HostAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => visitor.Client.SignUpAsync(
            new SignUp(i % 2 == 0 ? visitor.Email : visitor.Email.ToUpperInvariant(), Visitor.Password), Cancellation)));

        answers.Select(answer => answer.Status).Should().BeEquivalentTo(Enumerable.Repeat(409, 11).Prepend(200));
    }

    [Fact]
    public async Task Of_many_uses_of_one_refresh_token_one_succeeds_and_the_session_ends()
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.Client.RefreshAsync(visitor.RefreshToken, Cancellation)));

        var winner = answers.Should().ContainSingle(answer => answer.Succeeded).Subject.Value!;
        await visitor.Client.RefreshAsync(winner.RefreshToken!, Cancellation).IsRefused(401, "session_expired");
        await visitor.Client.GetProfileAsync(winner.AccessToken, Cancellation).IsRefused(401, "session_expired");
    }

    [Fact]
    public async Task A_session_refreshed_in_time_lives_on_past_ninety_minutes()
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());
        await AdvanceAsync(visitor, 0);
        var (access, refresh) = (visitor.Token, visitor.RefreshToken);
        for (var minutes = 25; minutes <= 125; minutes += 25)
        {
            await AdvanceAsync(visitor, 25 * 60);
            var tokens = await visitor.Client.RefreshAsync(refresh, Cancellation).Succeeds();
            (access, refresh) = (tokens.AccessToken!, tokens.RefreshToken!);
            await visitor.Client.GetProfileAsync(access, Cancellation).Succeeds();
        }

        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).IsRefused(401, "token_expired");
        await visitor.Client.GetProfileAsync(access, Cancellation).Succeeds();
    }

    [Fact]
    public async Task A_refused_request_is_no_use_and_an_answered_mistake_is()
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());
        await AdvanceAsync(visitor, 29 * 60);
        await visitor.Client.GetAnalysisAsync(visitor.Token, "nothing-of-mine", Cancellation).IsRefused(404, "not_found");
        await AdvanceAsync(visitor, (29 * 60) + 59);
        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
        await AdvanceAsync(visitor, 61);
        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).IsRefused(401, "token_expired");

        await AdvanceAsync(visitor, (29 * 60) - 1);

        await visitor.Client.RefreshAsync(visitor.RefreshToken, Cancellation).IsRefused(401, "session_expired");
    }

    [Fact]
    public async Task Idleness_is_final_even_when_many_come_on_the_dot()
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());
        await AdvanceAsync(visitor, 0);
        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
        await AdvanceAsync(visitor, 30 * 60);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => visitor.Client.GetProfileAsync(visitor.Token, Cancellation)));

        answers.Should().OnlyContain(answer => answer.Problem!.Code == "session_expired");
    }

    private static async Task AdvanceAsync(Visitor visitor, double seconds) =>
        await visitor.Testing.SetClockAsync(visitor.Email, new ClockChange(AdvanceSeconds: seconds, Freeze: true), Cancellation).Succeeds();

    private async Task<PropIqHost> HostAsync() => await (await sandbox.WorldAsync()).SharedHost;
}
