using System.Net;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.Client;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>How a client connects: from where, how many at once, and what it does not carry along.</summary>
public sealed class ConnectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_actor_calls_from_an_address_of_its_own()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has every 127.x.y.z without being told");
        await using var server = await EchoServer.StartAsync();
        using var rita = new PropIqClient(new ClientOptions(server.Url) { SourceAddress = IPAddress.Parse("127.20.30.40") });
        using var will = new PropIqClient(new ClientOptions(server.Url) { SourceAddress = IPAddress.Parse("127.99.0.7") });
        using var paula = new PropIqClient(new ClientOptions(new Uri($"http://localhost:{server.Url.Port}")) { SourceAddress = IPAddress.Parse("127.1.1.1") });

        await rita.GetPricesAsync(Cancellation);
        await will.GetPricesAsync(Cancellation);
        await paula.GetPricesAsync(Cancellation);

        server.Requests.Select(request => request.From).Should().Equal("127.20.30.40", "127.99.0.7", "127.1.1.1");
        rita.BoundSourceAddress.Should().Be(IPAddress.Parse("127.20.30.40"));
    }

    [Fact]
    public void An_address_that_cannot_be_bound_is_left_out_and_said_so()
    {
        using var client = new PropIqClient(new ClientOptions(new Uri("http://127.0.0.1:1")) { SourceAddress = IPAddress.Parse("203.0.113.9") });

        client.BoundSourceAddress.Should().BeNull();
    }

    [Theory]
    [InlineData("https://propiq.example")]
    [InlineData("http://[::1]:8000")]
    public void A_loopback_address_is_not_used_for_a_target_that_it_cannot_reach(string target)
    {
        using var client = new PropIqClient(new ClientOptions(new Uri(target)) { SourceAddress = IPAddress.Loopback });

        client.BoundSourceAddress.Should().BeNull();
    }

    [Fact]
    public async Task Calls_at_once_are_under_way_at_once()
    {
        const int Calls = 40;
        var arrived = 0;
        var allArrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await EchoServer.StartAsync(async context =>
        {
            if (Interlocked.Increment(ref arrived) == Calls)
            {
                allArrived.SetResult();
            }

            await allArrived.Task.WaitAsync(TimeSpan.FromSeconds(20));
            await context.Response.WriteAsync("{}");
        });
        using var client = Clients.For(server.Url, timeoutSeconds: 25);

        var answers = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => client.GetPricesAsync(Cancellation)));

        answers.Should().OnlyContain(answer => answer.Succeeded);
    }

    [Fact]
    public async Task Calls_one_after_another_share_a_connection()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);

        await client.GetPricesAsync(Cancellation);
        await client.GetPricesAsync(Cancellation);

        server.Requests.Select(request => request.ConnectionId).Distinct().Should().ContainSingle();
        server.Requests.Should().OnlyContain(request => request.Protocol == "HTTP/1.1");
    }

    [Fact]
    public async Task Every_exchange_is_told_with_its_time_failures_included()
    {
        var exchanges = new List<Exchange>();
        var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url, exchanges);

        await client.GetPricesAsync(Cancellation);
        await server.DisposeAsync();
        await client.GetPricesAsync(Cancellation);

        exchanges.Select(exchange => exchange.Status).Should().Equal(HttpStatusCode.OK, null);
        exchanges.Should().OnlyContain(exchange => exchange.Method == "GET" && exchange.Duration > TimeSpan.Zero && exchange.StartedAt > DateTimeOffset.UnixEpoch);
        exchanges[1].TransportError.Should().Contain("refused");
        exchanges[0].TransportError.Should().BeNull();
    }

    [Fact]
    public async Task Cookies_are_not_carried_and_redirects_not_followed()
    {
        await using var server = await EchoServer.StartAsync(context =>
        {
            context.Response.Headers.SetCookie = "session=abc; Path=/";
            context.Response.Redirect("/elsewhere");
            return Task.CompletedTask;
        });
        using var client = Clients.For(server.Url);

        await client.GetPricesAsync(Cancellation);
        var second = await client.GetPricesAsync(Cancellation);

        server.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Target == "/pricing" && !request.Headers.ContainsKey("Cookie"));
        second.Unreadable.Should().Be("PropIQ answered 302 (to /elsewhere), which is neither success nor refusal");
        second.Exchange.ResponseHeaders.Should().Contain(header => header.Key == "Set-Cookie");
    }
}
