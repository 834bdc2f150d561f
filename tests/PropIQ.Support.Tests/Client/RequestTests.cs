using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.Client;
using PropIQ.Client.Contract;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>Each method sends the call that the contract describes.</summary>
public sealed class RequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<PropIqClient, Task>, string, string> Calls => new()
    {
        { "sign-up", c => c.SignUpAsync(new SignUp("frank@x.test", "Secret12", "Frank"), default), "POST /auth/signup", """{"email":"frank@x.test","password":"Secret12","first_name":"Frank"}""" },
        { "login", c => c.LogInAsync("frank@x.test", "Secret12", default), "POST /auth/login", """{"email":"frank@x.test","password":"Secret12"}""" },
        { "refresh", c => c.RefreshAsync("r1", default), "POST /auth/refresh", """{"refresh_token":"r1"}""" },
        { "profile", c => c.GetProfileAsync("t", default), "GET /auth/me", "" },
        { "logout", c => c.LogOutAsync("t", default), "POST /auth/logout", "" },
        { "analyse", c => c.AnalyzeAsync("t", new PropertyToAnalyze("12 Café St", "condo", 800_000.50m), default), "POST /propiq/analyze", """{"address":"12 Café St","property_type":"condo","purchase_price":800000.50}""" },
        { "history", c => c.GetHistoryAsync("t", null, null, default), "GET /propiq/history", "" },
        { "history's page", c => c.GetHistoryAsync("t", 50, 100, default), "GET /propiq/history?limit=50&offset=100", "" },
        { "analysis", c => c.GetAnalysisAsync("t", "a/b c", default), "GET /propiq/analyses/a%2Fb%20c", "" },
        { "export", c => c.ExportAsync("t", new ExportOrder("csv", 5), default), "POST /propiq/export", """{"format":"csv","count":5}""" },
        { "export of some", c => c.ExportAsync("t", new ExportOrder("pdf", null, ["a", "b"]), default), "POST /propiq/export", """{"format":"pdf","analysis_ids":["a","b"]}""" },
        { "comparison", c => c.CompareAsync("t", ["a", "b"], default), "POST /propiq/compare", """{"property_ids":["a","b"]}""" },
        { "calculator", c => c.CalculateAsync(new Deal(100_000, 20, 7.5m, 900, State: "CA"), default), "POST /propiq/calculator", """{"purchase_price":100000,"down_payment_percent":20,"interest_rate":7.5,"monthly_rent":900,"state":"CA"}""" },
        { "prices", c => c.GetPricesAsync(default), "GET /pricing", "" },
        { "health", c => c.GetHealthAsync(default), "GET /health", "" },
        { "service health", c => c.GetServiceHealthAsync(default), "GET /propiq/health", "" },
        { "page", c => c.GetHomePageAsync(default), "GET /", "" },
        { "checkout", c => c.OpenCheckoutAsync("t", "pro", null, default), "POST /stripe/create-checkout-session", """{"tier":"pro"}""" },
        { "checkout by price", c => c.OpenCheckoutAsync("t", "pro", "price_1", default), "POST /stripe/create-checkout-session", """{"tier":"pro","price_id":"price_1"}""" },
        { "subscription", c => c.GetSubscriptionAsync("t", default), "GET /stripe/subscription", "" },
        { "change of plan", c => c.ChangePlanAsync("t", "free", true, default), "POST /stripe/change-plan", """{"tier":"free","confirm":true}""" },
        { "webhook", c => c.SendWebhookAsync("{ \"id\" : 1 }", "t=1,v1=aa", default), "POST /stripe/webhook", """{ "id" : 1 }""" },
        { "chat", c => c.ChatAsync("t", "Hi", null, default), "POST /support/chat", """{"message":"Hi"}""" },
        { "conversation", c => c.GetConversationAsync("t", "c1", default), "GET /support/history/c1", "" },
    };

    public static TheoryData<string, Func<TestingClient, Task>, string, string> TestingCalls => new()
    {
        { "seed", c => c.SeedUserAsync(new SeededUser("a+r.1@x.test", "Pw123456", "pro", 5), default), "POST /testing/users", """{"email":"a+r.1@x.test","password":"Pw123456","tier":"pro","analyses_used":5}""" },
        { "clock", c => c.SetClockAsync("a+r.1@x.test", new ClockChange(new DateTimeOffset(2025, 6, 15, 12, 0, 0, TimeSpan.FromHours(2)), Freeze: true), default), "PUT /testing/users/a%2Br.1%40x.test/clock", """{"set":"2025-06-15T10:00:00Z","freeze":true}""" },
        { "stall", c => c.StallAsync("a@x.test", 2.5, default), "POST /testing/users/a%40x.test/stall", """{"hold_seconds":2.5}""" },
        { "release", c => c.ReleaseAsync("a@x.test", default), "DELETE /testing/users/a%40x.test/stall", "" },
        { "drain", c => c.DrainOutboxAsync("a@x.test", 3, default), "POST /testing/outbox/drain", """{"email":"a@x.test","timeout_seconds":3}""" },
        { "drain all", c => c.DrainOutboxAsync(null, null, default), "POST /testing/outbox/drain", "{}" },
        { "remove a run", c => c.RemoveUsersAsync("r7", null, default), "DELETE /testing/users?run=r7", "" },
        { "remove a domain", c => c.RemoveUsersAsync(null, "x.test", default), "DELETE /testing/users?domain=x.test", "" },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public async Task A_call_is_sent_as_the_contract_has_it(string name, Func<PropIqClient, Task> call, string line, string body)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);

        await call(client);

        $"{server.Only.Method} {server.Only.Target}".Should().Be(line, name);
        server.Only.Body.Should().Be(body);
        server.Only.Headers.GetValueOrDefault("Content-Type").Should().Be(body == "" ? null : "application/json");
    }

    [Theory]
    [MemberData(nameof(TestingCalls), DisableDiscoveryEnumeration = true)]
    public async Task A_testing_call_is_sent_with_its_secret(string name, Func<TestingClient, Task> call, string line, string body)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = new TestingClient(new ClientOptions(server.Url) { TestingSecret = "open-sesame" });

        await call(client);

        $"{server.Only.Method} {server.Only.Target}".Should().Be(line, name);
        server.Only.Body.Should().Be(body);
        server.Only.Headers["X-PropIQ-Testing-Secret"].Should().Be("open-sesame");
    }

    [Fact]
    public async Task The_bearer_is_sent_when_there_is_one()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);

        await client.GetProfileAsync("abc", Cancellation);
        await client.GetProfileAsync(null, Cancellation);

        server.Requests.First().Headers["Authorization"].Should().Be("Bearer abc");
        server.Requests.Last().Headers.Should().NotContainKey("Authorization");
    }

    [Fact]
    public async Task An_exported_file_comes_with_its_name_type_and_count()
    {
        await using var server = await EchoServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = "attachment; filename=\"analyses.csv\"; filename*=UTF-8''r%C3%A9sum%C3%A9.csv";
            context.Response.Headers["X-Exported-Count"] = "3";
            await context.Response.WriteAsync("a,b\n");
        });
        using var client = Clients.For(server.Url);

        var answer = await client.ExportAsync("t", new ExportOrder("csv", 5), Cancellation);

        answer.Value!.FileName.Should().Be("résumé.csv");
        answer.Value.ContentType.Should().Be("text/csv; charset=utf-8");
        answer.Value.ExportedCount.Should().Be(3);
        answer.Value.Content.Should().Equal("a,b\n"u8.ToArray());
    }

    [Fact]
    public async Task Free_form_members_keep_what_they_held()
    {
        await using var server = await EchoServer.StartAsync(context => context.Response.WriteAsync(
            """{"metrics":{"rentEstimate":1200,"x":[1]},"created_at":"2025-06-15T10:00:00.123456789+00:00","cost_usd":0.000975}"""));
        using var client = Clients.For(server.Url);

        var answer = await client.AnalyzeAsync("t", new PropertyToAnalyze("x"), Cancellation);

        answer.Value!.Metrics!.Value.GetProperty("rentEstimate").GetInt32().Should().Be(1200);
        answer.Value.CreatedAt.Should().Be(new DateTimeOffset(2025, 6, 15, 10, 0, 0, TimeSpan.Zero).AddTicks(1_234_567));
        answer.Value.CostUsd.Should().Be(0.000975m);
        JsonSerializer.Serialize(answer.Value.Metrics).Should().Contain("rentEstimate");
    }
}
