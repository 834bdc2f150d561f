using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.Client;
using PropIQ.Client.Contract;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>A PropIQ may spell things otherwise; the typed methods stay the same.</summary>
public sealed class WireFormatTests
{
    private static readonly WireFormat Other = new()
    {
        Naming = MemberNaming.Camel,
        PathPrefix = "/api/v1",
        MemberNames = new Dictionary<string, string> { ["access_token"] = "token" },
        Endpoints = new Dictionary<string, string>
        {
            ["/auth/signup"] = "/users/register",
            ["/propiq/analyses/{id}"] = "/api/v2/analysis/{id}/full",
        },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_are_renamed_both_ways()
    {
        await using var server = await EchoServer.StartAsync(context => context.Response.WriteAsync(
            """{"token":"a","tokenType":"bearer","expiresIn":3600,"refreshToken":"r","user":{"id":"1","tier":"free"}}"""));
        using var client = new PropIqClient(new ClientOptions(server.Url) { Wire = Other });

        var answer = await client.SignUpAsync(new SignUp("a@x.test", "Pw", "Ann", "Lee"), Cancellation);

        server.Only.Body.Should().Be("""{"email":"a@x.test","password":"Pw","firstName":"Ann","lastName":"Lee"}""");
        answer.Value.Should().Be(new Tokens("a", "bearer", 3600, "r", new Account("1", null, "free")));
    }

    [Fact]
    public async Task A_refusals_further_members_keep_the_contracts_names()
    {
        await using var server = await EchoServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            return context.Response.WriteAsync("""{"code":"usage_limit_reached","upgradeTo":"starter","usage":{"resetsAt":"2025-07-01T00:00:00Z"}}""");
        });
        using var client = new PropIqClient(new ClientOptions(server.Url) { Wire = Other });

        var answer = await client.AnalyzeAsync("t", new PropertyToAnalyze("x"), Cancellation);

        answer.Problem!.Members["upgrade_to"].GetString().Should().Be("starter");
        answer.Problem.Members["usage"].GetProperty("resets_at").GetString().Should().Be("2025-07-01T00:00:00Z");
    }

    [Fact]
    public async Task Paths_take_the_prefix_or_their_own_way()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = new PropIqClient(new ClientOptions(new Uri(server.Url, "/base/")) { Wire = Other });

        await client.GetPricesAsync(Cancellation);
        await client.SignUpAsync(new SignUp("a", "b"), Cancellation);
        await client.GetAnalysisAsync("t", "42", Cancellation);
        await client.SendRawAsync(new RawRequest("GET", "/propiq/history?limit=0"), Cancellation);

        server.Requests.Select(request => request.Target).Should().Equal(
            "/base/api/v1/pricing", "/base/users/register", "/base/api/v2/analysis/42/full", "/base/api/v1/propiq/history?limit=0");
    }
}
