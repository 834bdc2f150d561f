using System.Text.Json;
using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Stripe;

/// <summary>A mock Stripe with a played webhook and a clock by hand, and short ways to call it.</summary>
internal sealed class StripeRig : IAsyncDisposable
{
    public const string Email = "frank+r1.1@simulated.propiq.test";
    public const string Secret = "whsec_test_secret";
    public const string Good = "4242424242424242";
    public const string NoFunds = "4000000000009995";
    public const string FailsLater = "4000000000000341";
    public const string Asks = "4000002500003155";

    public static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);

    private StripeRig()
    {
        Mock = new StripeMock(new StripeMockOptions { Time = Time }, Webhook);
    }

    public ManualTime Time { get; } = new(Start);

    public FakeWebhook Webhook { get; } = new();

    public StripeMock Mock { get; }

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<StripeRig> StartAsync()
    {
        var rig = new StripeRig();
        await rig.Mock.SetWebhookAsync(new Uri("http://propiq.test/stripe/webhook"), Secret, Token);
        return rig;
    }

    public ValueTask DisposeAsync() => Mock.DisposeAsync();

    public async Task<Reply> CallAsync(string method, string path, string form = "", string? key = null, string? authorization = "Bearer sk_test_1")
    {
        var headers = new Dictionary<string, string>();
        var query = new Dictionary<string, string>();
        var isPost = method == "POST";
        if (authorization is not null)
        {
            headers["Authorization"] = authorization;
        }

        if (key is not null)
        {
            headers["Idempotency-Key"] = key;
        }

        if (isPost)
        {
            headers["Content-Type"] = "application/x-www-form-urlencoded";
        }
        else
        {
            query = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        }

        var answer = await Mock.HandleAsync(new MockRequest(method, path, query, headers, isPost ? form : "", Time.GetUtcNow()), Token);
        return new Reply(answer);
    }

    public async Task<string> CustomerAsync(string email = Email) =>
        (await CallAsync("POST", "/v1/customers", $"email={Uri.EscapeDataString(email)}")).Id;

    public static string SessionForm(string customer, string tier = "starter") =>
        $"mode=subscription&line_items[0][price]=price_{tier}&line_items[0][quantity]=1&customer={customer}"
        + "&success_url=https%3A%2F%2Fpropiq.test%2Fdone%3Fsession%3D%7BCHECKOUT_SESSION_ID%7D&cancel_url=https://propiq.test/back"
        + $"&client_reference_id=user-1&metadata[tier]={tier}&subscription_data[metadata][user]=user-1";

    /// <summary>A customer and an open session.</summary>
    public async Task<string> SessionAsync(string tier = "starter", string email = Email)
    {
        var reply = await CallAsync("POST", "/v1/checkout/sessions", SessionForm(await CustomerAsync(email), tier));
        reply.Status.Should().Be(200, reply.Text);
        return reply.Id;
    }

    public Task<PaymentOutcome> PayAsync(string session, string card = Good, Delivery delivery = Delivery.InOrder) =>
        Mock.PayAsync(session, card, delivery, Token);

    /// <summary>A customer with a subscription from a paid checkout.</summary>
    public async Task<StripeSubscription> SubscribedAsync(string tier = "starter", string card = Good)
    {
        (await PayAsync(await SessionAsync(tier), card)).Succeeded.Should().BeTrue();
        return await SubscriptionAsync();
    }

    public async Task<StripeSubscription> SubscriptionAsync() => (await Mock.CustomerAsync(Email, Token))!.Subscriptions[^1];

    public Task<Reply> ReadAsync(string path) => CallAsync("GET", path);
}

/// <summary>An answer of the API.</summary>
internal sealed record Reply(MockResponse Response)
{
    public int Status => Response.Status;

    public string Text => Response.Body;

    public JsonElement Json => JsonDocument.Parse(Response.Body).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    public JsonElement this[string name] => Json.GetProperty(name);

    public JsonElement Error => Json.GetProperty("error");

    public string? ErrorCode => Error.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string? Param => Error.TryGetProperty("param", out var param) ? param.GetString() : null;
}
