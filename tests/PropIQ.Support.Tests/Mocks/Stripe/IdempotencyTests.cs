using FluentAssertions;
using PropIQ.Mocks.Http;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task The_same_key_and_parameters_replay_the_saved_answer()
    {
        await using var rig = await StripeRig.StartAsync();

        var first = await rig.CallAsync("POST", "/v1/customers", "email=a%40b.test&name=A", key: "k");
        rig.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await rig.CallAsync("POST", "/v1/customers", "name=A&email=a%40b.test", key: "k");

        second.Text.Should().Be(first.Text);
        second.Response.Headers["Idempotent-Replayed"].Should().Be("true");
        (await rig.CallAsync("GET", "/v1/customers", "email=a@b.test"))["data"].GetArrayLength().Should().Be(1);
    }

    [Theory]
    [InlineData("/v1/customers", "name=B")]
    [InlineData("/v1/customers", "name=A&phone=1")]
    [InlineData("/v1/checkout/sessions", "name=A")]
    public async Task The_same_key_for_something_else_is_an_error(string path, string form)
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.CallAsync("POST", "/v1/customers", "name=A", key: "k");

        var reply = await rig.CallAsync("POST", path, form, key: "k");

        reply.Status.Should().Be(400);
        reply.Error.GetProperty("type").GetString().Should().Be("idempotency_error");
    }

    [Fact]
    public async Task Another_key_or_none_makes_another_object()
    {
        await using var rig = await StripeRig.StartAsync();

        var ids = new[]
        {
            (await rig.CallAsync("POST", "/v1/customers", "name=A", key: "k1")).Id,
            (await rig.CallAsync("POST", "/v1/customers", "name=A", key: "k2")).Id,
            (await rig.CallAsync("POST", "/v1/customers", "name=A")).Id,
            (await rig.CallAsync("POST", "/v1/customers", "name=A")).Id,
        };

        ids.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_refused_parameter_leaves_the_key_free()
    {
        await using var rig = await StripeRig.StartAsync();
        (await rig.CallAsync("POST", "/v1/customers", "nam=A", key: "k")).Status.Should().Be(400);

        (await rig.CallAsync("POST", "/v1/customers", "name=A", key: "k")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_failing_that_was_staged_leaves_the_key_free()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.Mock.FailCallsAsync("a@b.test", 500, StripeRig.Token);
        (await rig.CallAsync("POST", "/v1/customers", "email=a%40b.test", key: "k")).Status.Should().Be(500);
        await rig.Mock.HealAsync("a@b.test", StripeRig.Token);

        (await rig.CallAsync("POST", "/v1/customers", "email=a%40b.test", key: "k")).Status.Should().Be(200);
    }

    [Fact]
    public async Task A_declined_charge_is_replayed_as_well()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync(card: StripeRig.FailsLater);
        var item = (await rig.ReadAsync($"/v1/subscriptions/{subscription.Id}"))["items"].GetProperty("data")[0].GetProperty("id").GetString();
        var form = $"items[0][id]={item}&items[0][price]=price_elite&proration_behavior=always_invoice&payment_behavior=error_if_incomplete";

        var first = await rig.CallAsync("POST", $"/v1/subscriptions/{subscription.Id}", form, key: "k");
        var second = await rig.CallAsync("POST", $"/v1/subscriptions/{subscription.Id}", form, key: "k");

        first.Status.Should().Be(402);
        second.Text.Should().Be(first.Text);
        second.Response.Headers["Idempotent-Replayed"].Should().Be("true");
    }

    [Fact]
    public async Task Two_requests_of_one_key_at_once_make_one_object()
    {
        await using var rig = await StripeRig.StartAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => rig.CallAsync("POST", "/v1/customers", "name=A", key: "k"))));

        replies.Select(reply => reply.Id).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Reading_pays_keys_no_heed()
    {
        await using var rig = await StripeRig.StartAsync();
        var id = await rig.CustomerAsync();
        await rig.CallAsync("GET", $"/v1/customers/{id}", key: "k");
        await rig.CallAsync("POST", $"/v1/customers/{id}", "name=New");

        var reply = await rig.CallAsync("GET", $"/v1/customers/{id}", key: "k");

        reply["name"].GetString().Should().Be("New");
        reply.Response.Connection.Should().Be(ConnectionFate.Keep);
    }
}
