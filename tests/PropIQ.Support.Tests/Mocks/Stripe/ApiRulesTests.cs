using FluentAssertions;
using PropIQ.Mocks.Http;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>What holds for every call to the mock Stripe's API.</summary>
public sealed class ApiRulesTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer sk_test_")]
    [InlineData("Bearer pk_test_1")]
    [InlineData("Basic c2tfdGVzdF8x")]
    public async Task Without_a_test_key_nobody_is_let_in(string? authorization)
    {
        await using var rig = await StripeRig.StartAsync();

        var reply = await rig.CallAsync("GET", "/v1/prices", authorization: authorization);

        reply.Status.Should().Be(401);
        reply.Error.GetProperty("type").GetString().Should().Be("invalid_request_error");
        reply.Error.GetProperty("message").GetString().Should().NotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("Bearer sk_live_1")]
    [InlineData("Bearer rk_live_1")]
    public async Task Live_keys_are_refused(string authorization)
    {
        await using var rig = await StripeRig.StartAsync();

        var reply = await rig.CallAsync("POST", "/v1/customers", "email=a%40b.test", authorization: authorization);

        reply.Status.Should().Be(401);
        reply.ErrorCode.Should().Be("livemode_mismatch");
        (await rig.Mock.CustomerAsync("a@b.test", StripeRig.Token)).Should().BeNull();
    }

    [Theory]
    [InlineData("POST", "/v1/customers", "emial=x", "emial")]
    [InlineData("POST", "/v1/customers", "email[deep]=x", "email[deep]")]
    [InlineData("POST", "/v1/customers", "metadata=x", "metadata")]
    [InlineData("POST", "/v1/checkout/sessions", "mode=subscription&line_items[0][prize]=x", "line_items[0][prize]")]
    [InlineData("POST", "/v1/checkout/sessions", "tier=pro", "tier")]
    [InlineData("GET", "/v1/prices", "tier=pro", "tier")]
    [InlineData("GET", "/v1/prices/price_pro", "x=1", "x")]
    public async Task Unknown_parameters_are_refused(string method, string path, string form, string param)
    {
        await using var rig = await StripeRig.StartAsync();

        var reply = await rig.CallAsync(method, path, form);

        (reply.Status, reply.ErrorCode, reply.Param).Should().Be((400, "parameter_unknown", param));
        reply.Error.GetProperty("message").GetString().Should().Contain(param);
    }

    [Theory]
    [InlineData("POST", "/v1/nothing")]
    [InlineData("DELETE", "/v1/customers/cus_1")]
    [InlineData("GET", "/v2/prices")]
    [InlineData("GET", "/prices")]
    public async Task Unknown_urls_are_not_found(string method, string path)
    {
        await using var rig = await StripeRig.StartAsync();

        var reply = await rig.CallAsync(method, path);

        reply.Status.Should().Be(404);
        reply.Error.GetProperty("message").GetString().Should().Contain($"{method}: {path}");
    }

    [Theory]
    [InlineData("/v1/customers/cus_no", "customer")]
    [InlineData("/v1/checkout/sessions/cs_no", "checkout.session")]
    [InlineData("/v1/subscriptions/sub_no", "subscription")]
    [InlineData("/v1/prices/price_no", "price")]
    [InlineData("/v1/invoices/in_no", "invoice")]
    [InlineData("/v1/payment_intents/pi_no", "payment_intent")]
    public async Task Unknown_ids_are_missing_resources(string path, string kind)
    {
        await using var rig = await StripeRig.StartAsync();

        var reply = await rig.ReadAsync(path);

        (reply.Status, reply.ErrorCode).Should().Be((404, "resource_missing"));
        reply.Error.GetProperty("message").GetString().Should().StartWith($"No such {kind}: '");
    }

    [Fact]
    public async Task An_id_of_another_kind_is_missing_too()
    {
        await using var rig = await StripeRig.StartAsync();
        var customer = await rig.CustomerAsync();

        (await rig.ReadAsync($"/v1/subscriptions/{customer}")).ErrorCode.Should().Be("resource_missing");
    }

    [Fact]
    public async Task Json_is_not_taken_for_a_form()
    {
        await using var rig = await StripeRig.StartAsync();
        var request = new MockRequest("POST", "/v1/customers", new Dictionary<string, string>(), new Dictionary<string, string>
        {
            ["authorization"] = "Bearer sk_test_1",
            ["content-type"] = "application/json",
        }, "{\"email\":\"a@b.test\"}", StripeRig.Start);

        var answer = await rig.Mock.HandleAsync(request, StripeRig.Token);

        answer.Status.Should().Be(400);
        answer.Body.Should().Contain("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task Answers_name_the_request_and_the_version()
    {
        await using var rig = await StripeRig.StartAsync();

        var reply = await rig.CallAsync("POST", "/v1/customers", "name=A", key: "k1");

        reply.Response.ContentType.Should().Be("application/json");
        reply.Response.Headers["Request-Id"].Should().StartWith("req_");
        reply.Response.Headers["Stripe-Version"].Should().Be("2025-03-31.basil");
        reply.Response.Headers["Idempotency-Key"].Should().Be("k1");
        reply.Response.Headers.Should().NotContainKey("Idempotent-Replayed");
    }

    [Fact]
    public async Task Expanding_writes_objects_out_in_the_place_of_ids()
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();

        var reply = await rig.CallAsync("GET", $"/v1/subscriptions/{subscription.Id}", "expand[]=latest_invoice.payments.data.payment.payment_intent");

        reply["latest_invoice"].GetProperty("object").GetString().Should().Be("invoice");
        reply["latest_invoice"].GetProperty("payments").GetProperty("data")[0].GetProperty("payment").GetProperty("payment_intent")
            .GetProperty("status").GetString().Should().Be("succeeded");
    }

    [Theory]
    [InlineData("expand[]=nothing")]
    [InlineData("expand[]=status")]
    [InlineData("expand[]=latest_invoice.customer.a.b.c")]
    public async Task What_is_no_reference_cannot_be_expanded(string expand)
    {
        await using var rig = await StripeRig.StartAsync();
        var subscription = await rig.SubscribedAsync();

        var reply = await rig.CallAsync("GET", $"/v1/subscriptions/{subscription.Id}", expand);

        (reply.Status, reply.Param).Should().Be((400, "expand"));
    }
}
