using FluentAssertions;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

public sealed class CheckoutSessionsApiTests
{
    [Fact]
    public async Task A_new_session_is_open_and_unpaid()
    {
        await using var rig = await StripeRig.StartAsync();
        var customer = await rig.CustomerAsync();

        var made = await rig.CallAsync("POST", "/v1/checkout/sessions", StripeRig.SessionForm(customer, "elite"));

        made.Id.Should().MatchRegex("^cs_test_[A-Za-z0-9]{40,}$");
        made["object"].GetString().Should().Be("checkout.session");
        made["mode"].GetString().Should().Be("subscription");
        made["status"].GetString().Should().Be("open");
        made["payment_status"].GetString().Should().Be("unpaid");
        made["customer"].GetString().Should().Be(customer);
        made["client_reference_id"].GetString().Should().Be("user-1");
        made["subscription"].ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        made["amount_total"].GetInt64().Should().Be(14_900);
        made["currency"].GetString().Should().Be("usd");
        made["metadata"].GetProperty("tier").GetString().Should().Be("elite");
        made["success_url"].GetString().Should().Be("https://propiq.test/done?session={CHECKOUT_SESSION_ID}");
        made["url"].GetString().Should().Be($"https://checkout.stripe.com/c/pay/{made.Id}");
        made["expires_at"].GetInt64().Should().Be(StripeRig.Start.AddHours(24).ToUnixTimeSeconds());
        made["livemode"].GetBoolean().Should().BeFalse();
        (await rig.ReadAsync($"/v1/checkout/sessions/{made.Id}")).Text.Should().Be(made.Text);
    }

    [Theory]
    [InlineData("mode", "mode")]
    [InlineData("line_items", "line_items")]
    [InlineData("line_items[0][price]", "line_items[0][price]")]
    [InlineData("line_items[0][quantity]", "line_items[0][quantity]")]
    [InlineData("success_url", "success_url")]
    public async Task Missing_parameters_are_named(string left, string param)
    {
        await using var rig = await StripeRig.StartAsync();
        var form = string.Join('&', StripeRig.SessionForm(await rig.CustomerAsync()).Split('&').Where(pair => !pair.StartsWith(left, StringComparison.Ordinal)));

        var reply = await rig.CallAsync("POST", "/v1/checkout/sessions", form);

        (reply.Status, reply.ErrorCode, reply.Param).Should().Be((400, "parameter_missing", param));
    }

    [Theory]
    [InlineData("mode=subscription", "mode=gift", null, "mode")]
    [InlineData("mode=subscription", "mode=payment", null, "mode")]
    [InlineData("price_starter", "price_gold", "resource_missing", "line_items[0][price]")]
    [InlineData("[quantity]=1", "[quantity]=0", "parameter_invalid_integer", "line_items[0][quantity]")]
    [InlineData("[quantity]=1", "[quantity]=one", "parameter_invalid_integer", "line_items[0][quantity]")]
    [InlineData("customer=cus_", "customer=cus_no", "resource_missing", "customer")]
    [InlineData("https://propiq.test/back", "back", "url_invalid", "cancel_url")]
    [InlineData("client_reference_id=user-1", "client_reference_id=", "parameter_invalid_empty", "client_reference_id")]
    [InlineData("client_reference_id=user-1", "customer_email=a@b.test", null, "customer_email")]
    [InlineData("client_reference_id=user-1", "expires_at=soon", "parameter_invalid_integer", "expires_at")]
    [InlineData("client_reference_id=user-1", "expires_at=1", null, "expires_at")]
    public async Task Wrong_parameters_are_refused(string right, string wrong, string? code, string param)
    {
        await using var rig = await StripeRig.StartAsync();
        var form = StripeRig.SessionForm(await rig.CustomerAsync()).Replace(right, wrong, StringComparison.Ordinal);

        var reply = await rig.CallAsync("POST", "/v1/checkout/sessions", form);

        (reply.Status, reply.ErrorCode, reply.Param).Should().Be((400, code, param));
    }

    [Fact]
    public async Task A_session_expires_once_by_the_api_and_tells()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();

        var expired = await rig.CallAsync("POST", $"/v1/checkout/sessions/{session}/expire", key: "k-expire");
        await rig.Mock.WhenIdleAsync(StripeRig.Token);
        var again = await rig.CallAsync("POST", $"/v1/checkout/sessions/{session}/expire");

        expired["status"].GetString().Should().Be("expired");
        again.Status.Should().Be(400);
        var told = rig.Webhook.Arrivals.Should().ContainSingle().Subject;
        told.Type.Should().Be("checkout.session.expired");
        told.Json.GetProperty("request").GetProperty("idempotency_key").GetString().Should().Be("k-expire");
    }

    [Fact]
    public async Task A_session_is_expired_when_its_time_is_over()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();
        rig.Time.Advance(TimeSpan.FromHours(24));

        var pay = () => rig.PayAsync(session);

        await pay.Should().ThrowAsync<InvalidOperationException>();
        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!.Checkouts.Single().Status.Should().Be("expired");
        (await rig.ReadAsync($"/v1/checkout/sessions/{session}"))["status"].GetString().Should().Be("expired");
    }

    [Fact]
    public async Task Line_items_show_when_expanded()
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync("pro");

        var reply = await rig.CallAsync("GET", $"/v1/checkout/sessions/{session}", "expand[]=line_items&expand[1]=customer");

        reply["line_items"].GetProperty("data")[0].GetProperty("price").GetProperty("id").GetString().Should().Be("price_pro");
        reply["customer"].GetProperty("email").GetString().Should().Be(StripeRig.Email);
    }

    [Fact]
    public async Task Prices_are_listed_and_read()
    {
        await using var rig = await StripeRig.StartAsync();

        var all = await rig.ReadAsync("/v1/prices");
        var pro = await rig.ReadAsync("/v1/prices/price_pro");

        all["data"].EnumerateArray().Select(price => price.GetProperty("unit_amount").GetInt64()).Should().BeEquivalentTo([6_900L, 9_900L, 14_900L]);
        pro["recurring"].GetProperty("interval").GetString().Should().Be("month");
        (await rig.CallAsync("GET", "/v1/prices", "lookup_keys[0]=elite"))["data"][0].GetProperty("id").GetString().Should().Be("price_elite");
    }
}
