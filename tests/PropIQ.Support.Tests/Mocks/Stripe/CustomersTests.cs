using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>Customers, and what is kept by their e-mail: clock, calls, failing.</summary>
public sealed class CustomersTests
{
    [Fact]
    public async Task A_customer_is_made_read_changed_and_found()
    {
        await using var rig = await StripeRig.StartAsync();

        var made = await rig.CallAsync("POST", "/v1/customers", "email=caf%C3%A9%40b.test&name=Paula+P&metadata[user_id]=u1&metadata[x]=1");
        await rig.CallAsync("POST", $"/v1/customers/{made.Id}", "name=Paula&metadata[x]=&metadata[y]=2");
        var read = await rig.ReadAsync($"/v1/customers/{made.Id}");

        made.Id.Should().MatchRegex("^cus_[A-Za-z0-9]{14}$");
        made["object"].GetString().Should().Be("customer");
        made["livemode"].GetBoolean().Should().BeFalse();
        made["created"].GetInt64().Should().Be(StripeRig.Start.ToUnixTimeSeconds());
        made["name"].GetString().Should().Be("Paula P");
        read["name"].GetString().Should().Be("Paula");
        read["metadata"].GetRawText().Should().Contain("user_id").And.Contain("\"y\"").And.NotContain("\"x\"");
        (await rig.CallAsync("GET", "/v1/customers", "email=café@b.test"))["data"][0].GetProperty("id").GetString().Should().Be(made.Id);
        (await rig.CallAsync("GET", "/v1/customers", "email=other@b.test"))["data"].GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task An_email_that_is_none_is_refused()
    {
        await using var rig = await StripeRig.StartAsync();

        (await rig.CallAsync("POST", "/v1/customers", "email=nobody")).ErrorCode.Should().Be("email_invalid");
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("starting_after=cus_no")]
    public async Task Lists_refuse_odd_pages(string form)
    {
        await using var rig = await StripeRig.StartAsync();

        (await rig.CallAsync("GET", "/v1/customers", form)).Status.Should().Be(400);
    }

    [Fact]
    public async Task Lists_are_paged_newest_first()
    {
        await using var rig = await StripeRig.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Insert(0, await rig.CustomerAsync($"u{i}@b.test"));
        }

        var first = await rig.CallAsync("GET", "/v1/customers", "limit=2");
        var rest = await rig.CallAsync("GET", "/v1/customers", $"limit=2&starting_after={ids[1]}");

        first["data"].EnumerateArray().Select(item => item.GetProperty("id").GetString()).Should().Equal(ids[0], ids[1]);
        first["has_more"].GetBoolean().Should().BeTrue();
        rest["data"].EnumerateArray().Select(item => item.GetProperty("id").GetString()).Should().Equal(ids[2]);
        rest["has_more"].GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task Too_much_metadata_is_refused()
    {
        await using var rig = await StripeRig.StartAsync();

        (await rig.CallAsync("POST", "/v1/customers", string.Join('&', Enumerable.Range(0, 51).Select(i => $"metadata[k{i}]=v")))).Status.Should().Be(400);
        (await rig.CallAsync("POST", "/v1/customers", $"metadata[k]={new string('v', 501)}")).Status.Should().Be(400);
        (await rig.CallAsync("POST", "/v1/customers", $"metadata[{new string('k', 41)}]=v")).Status.Should().Be(400);
    }

    [Fact]
    public async Task A_customer_lives_by_the_clock_of_its_email_set_before_it_was_there()
    {
        await using var rig = await StripeRig.StartAsync();
        var then = new DateTimeOffset(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);
        await rig.Mock.SetClockAsync(StripeRig.Email.ToUpperInvariant(), then, frozen: false, StripeRig.Token);
        rig.Time.Advance(TimeSpan.FromSeconds(90));

        var id = await rig.CustomerAsync();
        var other = await rig.CustomerAsync("other@b.test");

        (await rig.ReadAsync($"/v1/customers/{id}"))["created"].GetInt64().Should().Be(then.AddSeconds(90).ToUnixTimeSeconds());
        (await rig.ReadAsync($"/v1/customers/{other}"))["created"].GetInt64().Should().Be(StripeRig.Start.AddSeconds(90).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_frozen_clock_stands_still()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.Mock.SetClockAsync(StripeRig.Email, StripeRig.Start, frozen: true, StripeRig.Token);
        rig.Time.Advance(TimeSpan.FromHours(1));

        (await rig.CallAsync("POST", "/v1/customers", $"email={Uri.EscapeDataString(StripeRig.Email)}"))["created"]
            .GetInt64().Should().Be(StripeRig.Start.ToUnixTimeSeconds());
    }

    [Theory]
    [InlineData(500, "api_error")]
    [InlineData(503, "api_error")]
    [InlineData(429, "invalid_request_error")]
    [InlineData(402, "card_error")]
    public async Task Calls_of_one_customer_fail_until_healed(int status, string type)
    {
        await using var rig = await StripeRig.StartAsync();
        var session = await rig.SessionAsync();
        await rig.PayAsync(session, delivery: Delivery.Held);
        var customer = (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!;
        var other = await rig.CustomerAsync("other@b.test");
        await rig.Mock.FailCallsAsync(StripeRig.Email.ToUpperInvariant(), status, StripeRig.Token);

        var failing = new[]
        {
            await rig.ReadAsync($"/v1/customers/{customer.Id}"),
            await rig.CallAsync("POST", "/v1/customers", $"email={Uri.EscapeDataString(StripeRig.Email)}"),
            await rig.CallAsync("GET", "/v1/customers", $"email={StripeRig.Email}"),
            await rig.CallAsync("POST", "/v1/checkout/sessions", StripeRig.SessionForm(customer.Id)),
            await rig.ReadAsync($"/v1/checkout/sessions/{session}"),
            await rig.CallAsync("DELETE", $"/v1/subscriptions/{customer.Subscriptions[0].Id}"),
        };
        var untouched = await rig.ReadAsync($"/v1/customers/{other}");
        await rig.Mock.HealAsync(StripeRig.Email, StripeRig.Token);

        failing.Should().OnlyContain(reply => reply.Status == status);
        failing.Should().OnlyContain(reply => reply.Error.GetProperty("type").GetString() == type);
        untouched.Status.Should().Be(200);
        (await rig.ReadAsync($"/v1/subscriptions/{customer.Subscriptions[0].Id}"))["status"].GetString().Should().Be("active");
    }

    [Fact]
    public async Task Only_the_end_of_a_subscription_fails_until_healed()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.PayAsync(await rig.SessionAsync(), delivery: Delivery.Held);
        var path = $"/v1/subscriptions/{(await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token))!.Subscriptions[0].Id}";
        await rig.Mock.FailEndingsAsync(StripeRig.Email, 500, StripeRig.Token);

        var failed = await rig.CallAsync("DELETE", path);
        var meanwhile = await rig.ReadAsync(path);
        await rig.Mock.HealAsync(StripeRig.Email, StripeRig.Token);
        var ended = await rig.CallAsync("DELETE", path);

        failed.Status.Should().Be(500);
        meanwhile["status"].GetString().Should().Be("active");
        ended["status"].GetString().Should().Be("canceled");
    }

    [Fact]
    public async Task Failing_without_a_status_loses_the_answer_and_not_the_order()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.Mock.FailCallsAsync(StripeRig.Email, null, StripeRig.Token);

        var reply = await rig.CallAsync("POST", "/v1/customers", $"email={Uri.EscapeDataString(StripeRig.Email)}");

        reply.Response.Connection.Should().Be(ConnectionFate.Drop);
        (await rig.Mock.CallsAsync(StripeRig.Email, StripeRig.Token)).Single().Status.Should().Be(0);
        (await rig.Mock.CustomerAsync(StripeRig.Email, StripeRig.Token)).Should().NotBeNull();
    }

    [Fact]
    public async Task Calls_are_logged_for_the_customer_that_they_are_about()
    {
        await using var rig = await StripeRig.StartAsync();
        await rig.CallAsync("GET", "/v1/prices");
        var customer = await rig.CustomerAsync();
        await rig.CustomerAsync("other@b.test");
        await rig.CallAsync("POST", "/v1/checkout/sessions", StripeRig.SessionForm(customer, "pro"), key: "key-1");

        var calls = await rig.Mock.CallsAsync(StripeRig.Email, StripeRig.Token);

        calls.Select(call => (call.Method, call.Path, call.Status)).Should().Equal(("POST", "/v1/customers", 200), ("POST", "/v1/checkout/sessions", 200));
        calls[1].IdempotencyKey.Should().Be("key-1");
        calls[1].Form.Should().Contain("line_items[0][price]", "price_pro").And.Contain("metadata[tier]", "pro");
        calls[0].IdempotencyKey.Should().BeNull();
    }
}
