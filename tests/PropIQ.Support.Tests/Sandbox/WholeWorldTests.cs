using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Mocks.Network;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Hosts;
using Xunit;

namespace PropIQ.Support.Tests.Sandbox;

/// <summary>Everything wired to everything: one journey through each collaborator, and each link cut once.</summary>
public sealed class WholeWorldTests(SandboxFixture sandbox)
{
    private const string Address = "1600 Congress Ave, Austin, TX 78701";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Someone_signs_up_and_analyses_a_property()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var client = ClientOf(host);
        var (email, tokens) = await SignUpAsync(client);

        var analysis = await client.AnalyzeAsync(tokens.AccessToken, new PropertyToAnalyze(Address), Cancelled);

        analysis.Status.Should().Be(200, analysis.Exchange.ResponseBody);
        analysis.Value!.Usage.Should().BeEquivalentTo(new { Used = 1, Limit = 5, Remaining = 4 });
        (await host.Ai.CallsAsync(tokens.User!.Id!.Text, Cancelled)).Should().ContainSingle();
        await DrainAsync(host, email);
        (await host.Email.ContainingAsync(email, Cancelled)).Should().ContainSingle();
        (await host.Wandb.ContainingAsync(Address, Cancelled)).Should().NotBeEmpty();
    }

    [Fact]
    public async Task Someone_pays_and_is_upgraded_by_the_webhook_of_his_host_s_own_stripe()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var client = ClientOf(host);
        var (email, tokens) = await SignUpAsync(client);

        var checkout = await client.OpenCheckoutAsync(tokens.AccessToken, "starter", null, Cancelled);
        checkout.Status.Should().Be(200, checkout.Exchange.ResponseBody);
        var payment = await host.Stripe.PayAsync(checkout.Value!.SessionId!, "4242424242424242", Delivery.InOrder, Cancelled);

        payment.Succeeded.Should().BeTrue();
        (await client.GetProfileAsync(tokens.AccessToken, Cancelled)).Value!.Tier.Should().Be("starter");
        await DrainAsync(host, email);
        (await host.Slack.ContainingAsync(email, Cancelled)).Should().ContainSingle().Which.Body.Should().Contain("New signup");
    }

    [Fact]
    public async Task Cut_links_are_noticed_and_count_nothing()
    {
        await using var host = await (await sandbox.WorldAsync()).StartOwnHostAsync(HostTweaks.None, Cancelled);
        using var client = ClientOf(host);
        var (_, tokens) = await SignUpAsync(client);

        host.Links.OpenAi.Switch(ProxyMode.Refuse);
        var withoutAi = await client.AnalyzeAsync(tokens.AccessToken, new PropertyToAnalyze(Address), Cancelled);
        withoutAi.Problem.Should().BeEquivalentTo(new { Status = 503, Code = "ai_unavailable" });

        host.Links.Stripe.Switch(ProxyMode.DropAll);
        var withoutStripe = await client.OpenCheckoutAsync(tokens.AccessToken, "starter", null, Cancelled);
        withoutStripe.Problem.Should().BeEquivalentTo(new { Status = 503, Code = "payments_unavailable" });

        host.Links.Database.Switch(ProxyMode.Stall);
        var withSilentDatabase = await client.AnalyzeAsync(tokens.AccessToken, new PropertyToAnalyze(Address), Cancelled);
        withSilentDatabase.Problem.Should().BeEquivalentTo(new { Status = 504, Code = "database_timeout" });

        host.Links.Restore();
        (await client.GetProfileAsync(tokens.AccessToken, Cancelled)).Value!.Usage!.Used.Should().Be(0);
    }

    [Fact]
    public async Task What_is_stored_survives_a_kill()
    {
        await using var host = await (await sandbox.WorldAsync()).StartOwnHostAsync(HostTweaks.None, Cancelled);
        using var client = ClientOf(host);
        var (_, tokens) = await SignUpAsync(client);
        await client.AnalyzeAsync(tokens.AccessToken, new PropertyToAnalyze(Address), Cancelled);

        await host.KillAsync(Cancelled);
        await host.RestartAsync(Cancelled);

        (await client.GetProfileAsync(tokens.AccessToken, Cancelled)).Value!.Usage!.Used.Should().Be(1);
    }

    private static PropIqClient ClientOf(PropIqHost host) => new(new ClientOptions(host.Url) { TestingSecret = host.TestingSecret });

    private static async Task<(string Email, Tokens Tokens)> SignUpAsync(PropIqClient client)
    {
        var email = $"frank+{Guid.NewGuid():n}.1@simulated.propiq.test";
        var answer = await client.SignUpAsync(new SignUp(email, "Passw0rd"), Cancelled);
        answer.Status.Should().Be(200, answer.Exchange.ResponseBody);
        return (email, answer.Value!);
    }

    private static async Task DrainAsync(PropIqHost host, string email)
    {
        using var testing = new TestingClient(new ClientOptions(host.Url) { TestingSecret = host.TestingSecret });
        var outbox = await testing.DrainOutboxAsync(email, timeoutSeconds: 30, Cancelled);
        outbox.Value.Should().BeEquivalentTo(new { Pending = 0 });
    }
}
