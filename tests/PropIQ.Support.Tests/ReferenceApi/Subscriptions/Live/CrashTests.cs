using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.Mocks.Network;
using PropIQ.Mocks.Stripe;
using PropIQ.ReferenceApi.Subscriptions.Formers;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions.Live;

/// <summary>What survives a crash, and a Stripe that cannot be reached.</summary>
public sealed class CrashTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_before_the_former_subscription_has_ended_does_not_let_it_live_on()
    {
        var crashed = false;
        await using var host = await OwnHostAsync(services =>
        {
            if (!crashed)
            {
                services.Remove(services.Single(service => service.ImplementationType == typeof(FormerSubscriptionsEnd)));
            }
        });
        using var paula = await Subscriber.OnAsync(host, "pro", used: 3);
        await paula.BuyAsync("elite");
        (await paula.AtStripeAsync())!.Subscriptions.Should().OnlyContain(subscription => subscription.Status == "active");

        await host.KillAsync(Cancelled);
        crashed = true;
        await host.RestartAsync(Cancelled);

        await paula.EndedAtStripeAsync(paula.Seeded!.Id);
        (await paula.ProfileAsync()).Tier.Should().Be("elite");
    }

    [Fact]
    public async Task A_Stripe_that_cannot_be_reached_is_said_and_passes()
    {
        await using var host = await OwnHostAsync(_ => { });
        using var will = await Subscriber.OnAsync(host, "free");

        host.Links.Stripe.Switch(ProxyMode.Refuse);
        var refused = await will.Api.OpenCheckoutAsync(will.Token, "starter", null, Cancelled);
        host.Links.Restore();
        await will.OpenCheckoutAsync("starter");

        (refused.Status, refused.Problem!.Code).Should().Be((503, "payments_unavailable"));
        (await host.Stripe.CallsAsync(will.Email, Cancelled)).Count(call => call.Path == "/v1/customers").Should().Be(1);
    }

    private async Task<PropIqHost> OwnHostAsync(Action<IServiceCollection> change) =>
        await (await sandbox.WorldAsync()).StartOwnHostAsync(new HostTweaks { Services = change }, Cancelled);
}
