using System.Net;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Hosts;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions.Live;

/// <summary>Somebody with an account at a running PropIQ, and Stripe's and Slack's view of the same person.</summary>
internal sealed class Subscriber : IDisposable
{
    public const string GoodCard = "4242424242424242";
    public const string EmptyCard = "4000000000009995";
    private const string Password = "Sufficient1";

    private readonly PropIqHost host;
    private readonly TestingClient testing;
    private string token = "";

    private Subscriber(PropIqHost host)
    {
        this.host = host;

        // An address of one's own: logging in is limited by address.
        var address = new IPAddress([127, (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255)]);
        var options = new ClientOptions(host.Url) { TestingSecret = host.TestingSecret, SourceAddress = address };
        (Api, testing) = (new PropIqClient(options), new TestingClient(options));
    }

    public string Email { get; } = $"sub+{Guid.NewGuid():N}.1@simulated.propiq.test";

    public PropIqClient Api { get; }

    public string Token => token;

    /// <summary>The subscription that a seeded one came with.</summary>
    public StripeSubscription? Seeded { get; private set; }

    public IStripeControl Stripe => host.Stripe;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Somebody on a plan, five days into the period, with analyses used and in the history.</summary>
    public static async Task<Subscriber> OnAsync(PropIqHost host, string tier, int used = 0, int? history = null)
    {
        var subscriber = new Subscriber(host);
        SeededSubscription? subscription = null;
        if (tier != "free")
        {
            var start = DateTimeOffset.UtcNow.AddDays(-5);
            var seeded = subscriber.Seeded = await host.Stripe.SeedSubscriptionAsync(subscriber.Email, tier, start, start.AddMonths(1), Cancelled);
            subscription = new SeededSubscription(seeded.CustomerId, seeded.Id, seeded.CurrentPeriodStart, seeded.CurrentPeriodEnd);
        }

        var user = new SeededUser(subscriber.Email, Password, tier, used, history, Subscription: subscription);
        (await subscriber.testing.SeedUserAsync(user, Cancelled)).Succeeded.Should().BeTrue();
        subscriber.token = (await subscriber.Api.LogInAsync(subscriber.Email, Password, Cancelled)).Value!.AccessToken!;
        return subscriber;
    }

    public async Task<CheckoutSession> OpenCheckoutAsync(string tier)
    {
        var answer = await Api.OpenCheckoutAsync(token, tier, null, Cancelled);
        answer.Succeeded.Should().BeTrue(answer.Exchange.ResponseBody);
        return answer.Value!;
    }

    public async Task<PaymentOutcome> BuyAsync(string tier, string card = GoodCard, Delivery delivery = Delivery.InOrder) =>
        await Stripe.PayAsync((await OpenCheckoutAsync(tier)).SessionId!, card, delivery, Cancelled);

    public Task<Answer<PlanChange>> AskForAsync(string tier, bool? confirm = null) => Api.ChangePlanAsync(token, tier, confirm, Cancelled);

    public async Task<Profile> ProfileAsync() => (await Api.GetProfileAsync(token, Cancelled)).Value!;

    public async Task<Subscription> SubscriptionAsync() => (await Api.GetSubscriptionAsync(token, Cancelled)).Value!;

    /// <summary>What Slack was told, once everything has been sent.</summary>
    public async Task<IReadOnlyList<string>> SlackAsync()
    {
        (await testing.DrainOutboxAsync(Email, 10, Cancelled)).Value!.Pending.Should().Be(0);
        IReadOnlyList<InboxMessage> messages = await host.Slack.ContainingAsync(Email, Cancelled);
        return [.. messages.Select(message => message.Body)];
    }

    public Task<StripeCustomer?> AtStripeAsync() => Stripe.CustomerAsync(Email, Cancelled);

    /// <summary>Waits until Stripe holds this subscription as canceled.</summary>
    public async Task EndedAtStripeAsync(string subscriptionId)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while ((await AtStripeAsync())!.Subscriptions.Single(it => it.Id == subscriptionId).Status != "canceled")
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    public async Task StallAsync(double seconds) => (await testing.StallAsync(Email, seconds, Cancelled)).Succeeded.Should().BeTrue();

    public Task ReleaseAsync() => testing.ReleaseAsync(Email, Cancelled);

    public void Dispose()
    {
        Api.Dispose();
        testing.Dispose();
    }
}
