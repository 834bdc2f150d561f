using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Subscriptions.Stripe;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions.Live;

/// <summary>The client against a mock Stripe that refuses unknown parameters and remembers keys.</summary>
public sealed class StripeClientTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_intent_tried_again_is_done_once()
    {
        var (client, host, user) = await SetAsync();

        var customers = await Task.WhenAll(client.CreateCustomerAsync(user, Key(user, 1), Cancelled), client.CreateCustomerAsync(user, Key(user, 1), Cancelled));
        var order = new NewCheckout(user.UserId, customers[0], "pro", "price_pro");
        var first = await client.OpenCheckoutAsync(order, Key(user, 2), Cancelled);
        var again = await client.OpenCheckoutAsync(order, Key(user, 2), Cancelled);
        var another = await client.OpenCheckoutAsync(order, Key(user, 3), Cancelled);

        customers.Distinct().Should().ContainSingle();
        again.Should().Be(first);
        another.SessionId.Should().NotBe(first.SessionId);
        (await host.Stripe.CustomerAsync(user.Email, Cancelled))!.Checkouts.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_refusal_that_is_remembered_with_its_key_does_not_last()
    {
        var (client, host, user) = await SetAsync();
        var customer = await client.CreateCustomerAsync(user, Key(user, 1), Cancelled);
        var impossible = new NewCheckout(user.UserId, customer, "pro", "price_of_a_mug");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            (await Refused(() => client.OpenCheckoutAsync(impossible, Key(user, 2), Cancelled))).Code.Should().Be("payments_unavailable");
        }

        var keys = (await host.Stripe.CallsAsync(user.Email, Cancelled)).Where(call => call.Path == "/v1/checkout/sessions").Select(call => call.IdempotencyKey);
        keys.Should().Equal(Key(user, 2), Key(user, 2), $"{Key(user, 2)}-2");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_read_but_counts_as_ended()
    {
        var (client, _, _) = await SetAsync();

        (await Refused(() => client.ReadSubscriptionAsync("sub_gone", Cancelled))).Status.Should().Be(503);
        await client.CancelAsync("sub_gone", Cancelled);
    }

    [Fact]
    public async Task Nobody_there_is_payments_unavailable()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        using var http = new StripeHttp(
            host.Environment.ToOptions("http://127.0.0.1:1", "nobody") with { StripeApiBase = new Uri("http://127.0.0.1:1") },
            NullLogger<StripeHttp>.Instance);

        (await Refused(() => http.GetAsync("v1/customers/cus_1", Cancelled))).Code.Should().Be("payments_unavailable");
    }

    private static string Key(NewCustomer user, int number) => $"key-{user.UserId}-{number}";

    private static async Task<Refusal> Refused(Func<Task> call) => (await call.Should().ThrowAsync<Refusal>()).Which;

    private async Task<(StripeClient Client, PropIqHost Host, NewCustomer User)> SetAsync()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        var options = host.Environment.ToOptions(host.Url.AbsoluteUri, "client");
        var id = Guid.NewGuid();
        return (new StripeClient(new StripeHttp(options, NullLogger<StripeHttp>.Instance), options), host, new NewCustomer(id, $"client+{id:N}.1@simulated.propiq.test"));
    }
}
