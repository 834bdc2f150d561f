using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clause 8.7, by the onboarding e-mail: once, late if it must be, and never in anybody's way.</summary>
public sealed class OutboxTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_sent_once_without_being_asked_for()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var visitor = Visitor.Stranger(host);

        await SignUpAsync(visitor);

        await DrainAsync(visitor, sent: null, pending: 0);
        (await host.Email.AttemptsAsync(visitor.Email, Cancellation)).Should().ContainSingle();
    }

    [Fact]
    public async Task What_is_refused_is_tried_again_until_it_is_taken()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var visitor = Visitor.Stranger(host);
        await host.Email.FailAsync(visitor.Email, 500, null, Cancellation);

        await SignUpAsync(visitor);
        await DrainAsync(visitor, sent: 0, pending: 1, patience: 0.5);
        await host.Email.HealAsync(visitor.Email, Cancellation);

        // Its own next try may come first: then nothing is left to wait for.
        await DrainAsync(visitor, sent: null, pending: 0);

        (await host.Email.ContainingAsync(visitor.Email, Cancellation)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_stalled_message_delays_nobody_else_s()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var stalled = Visitor.Stranger(host);
        using var other = Visitor.Stranger(host);
        await host.Email.FailAsync(stalled.Email, 500, TimeSpan.FromMinutes(1), Cancellation);

        await SignUpAsync(stalled);
        await SignUpAsync(other);

        await DrainAsync(other, sent: null, pending: 0);
        await host.Email.HealAsync(stalled.Email, Cancellation);
    }

    [Fact]
    public async Task A_crash_before_the_sending_loses_nothing()
    {
        await using var host = await (await sandbox.WorldAsync()).StartOwnHostAsync(HostTweaks.None, Cancellation);
        using var visitor = Visitor.Stranger(host);
        host.Links.Email.Switch(ProxyMode.Stall);
        await SignUpAsync(visitor);

        await host.KillAsync(Cancellation);
        host.Links.Email.Switch(ProxyMode.Forward);
        await host.RestartAsync(Cancellation);
        await DrainAsync(visitor, sent: null, pending: 0);

        (await host.Email.ContainingAsync(visitor.Email, Cancellation)).Should().ContainSingle();
    }

    private static async Task SignUpAsync(Visitor visitor) =>
        await visitor.Client.SignUpAsync(new SignUp(visitor.Email, Visitor.Password), Cancellation).Succeeds();

    private static async Task DrainAsync(Visitor visitor, int? sent, int pending, double patience = 30)
    {
        var state = await visitor.Testing.DrainOutboxAsync(visitor.Email, patience, Cancellation).Succeeds();
        state.Pending.Should().Be(pending);
        if (sent is not null)
        {
            state.Sent.Should().Be(sent);
        }
    }
}
