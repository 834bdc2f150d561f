using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>Whatever a server does, a call comes back with words and never throws.</summary>
public sealed class UnreadableAnswerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><title>Welcome!</title>", "PropIQ answered 200 with an HTML page (\"Welcome!\") where JSON was expected")]
    [InlineData("application/json", "", "PropIQ answered 200 with an empty body where JSON was expected")]
    [InlineData("application/json", "  \n", "PropIQ answered 200 with a blank body where JSON was expected")]
    [InlineData("application/json", "null", "PropIQ answered 200 with null where a JSON object was expected")]
    [InlineData("application/json", "[1]", "PropIQ answered 200 with an array where a JSON object was expected")]
    [InlineData("application/json", "\"hello\"", "PropIQ answered 200 with text where a JSON object was expected")]
    [InlineData("application/json", "{\"id\": \"1\"", "PropIQ answered 200 with broken JSON (\"{\"id\": \"1\"\") where JSON was expected")]
    [InlineData("application/json", "{\"access_token\": \"s3cret\"", "PropIQ answered 200 with broken JSON (\"{\"access_token\": \"***\"\") where JSON was expected")]
    [InlineData("text/plain", "OK", "PropIQ answered 200 with text that is not JSON (\"OK\") where JSON was expected")]
    [InlineData("application/json", "{\"email\": 5}", "PropIQ answered 200 with a member of the wrong type: \"email\" holds a number (5)")]
    [InlineData("application/json", "{\"usage\": {\"used\": \"four\"}}", "PropIQ answered 200 with a member of the wrong type: \"usage.used\" holds text (\"four\")")]
    [InlineData("application/json", "{\"usage\": {\"used\": 4.5}}", "PropIQ answered 200 with a member of the wrong type: \"usage.used\" holds a number (4.5)")]
    [InlineData("application/json", "{\"usage\": {\"resets_at\": \"2025-12-01T00:00:00\"}}", "PropIQ answered 200 with a member of the wrong type: \"usage.resets_at\" holds text (\"2025-12-01T00:00:00\")")]
    [InlineData("application/json", "{\"usage\": [5]}", "PropIQ answered 200 with a member of the wrong type: \"usage\" holds an array")]
    [InlineData("application/json", "{\"email\": \"\\ud800\"}", "PropIQ answered 200 with a member of the wrong type: \"email\" holds text (\"\\ud800\")")]
    public async Task A_success_that_does_not_fit_is_described(string contentType, string body, string words)
    {
        await using var server = OddServer.Sending(OddServer.Http("200 OK", contentType, body));
        using var client = Clients.For(server.Url);

        var answer = await client.GetProfileAsync("token", Cancellation);

        answer.Unreadable.Should().Be(words);
        answer.Succeeded.Should().BeFalse();
        answer.Problem.Should().BeNull();
        answer.Status.Should().Be(200);
    }

    [Fact]
    public async Task A_member_named_twice_is_not_read_as_either()
    {
        await using var server = OddServer.Sending(OddServer.Http("200 OK", "application/json", "{\"tier\":\"free\",\"tier\":\"elite\"}"));
        using var client = Clients.For(server.Url);

        var answer = await client.GetProfileAsync("token", Cancellation);

        answer.Unreadable.Should().StartWith("PropIQ answered 200 with a JSON object that names a member twice");
    }

    [Fact]
    public async Task Unknown_members_are_ignored_and_missing_ones_stay_null()
    {
        await using var server = OddServer.Sending(OddServer.Http("200 OK", "application/json", "{\"tier\":\"free\",\"colour\":{\"r\":1},\"usage\":{\"used\":5.0}}"));
        using var client = Clients.For(server.Url);

        var answer = await client.GetProfileAsync("token", Cancellation);

        answer.Unreadable.Should().BeNull();
        answer.Value!.Tier.Should().Be("free");
        answer.Value.Email.Should().BeNull();
        answer.Value.Usage.Should().Be(new Usage(5, null, null, null));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"id\": \"1\"", "PropIQ answered 200, but the answer broke off after 10 bytes")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\nzz", "PropIQ answered 200, but the answer broke off after 5 bytes")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "what PropIQ sent is not HTTP")]
    [InlineData("", "PropIQ closed the connection before it answered")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le", "PropIQ closed the connection before it answered")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: /login\r\nContent-Length: 0\r\n\r\n", "PropIQ answered 302 (to /login), which is neither success nor refusal")]
    public async Task A_broken_answer_is_described(string bytes, string words)
    {
        await using var server = OddServer.Sending(bytes);
        using var client = Clients.For(server.Url);

        var answer = await client.GetProfileAsync("token", Cancellation);

        answer.Unreadable.Should().Be(words);
        answer.Succeeded.Should().BeFalse();
    }

    [Fact]
    public async Task Silence_ends_at_the_time_out()
    {
        await using var server = OddServer.Silent();
        using var client = Clients.For(server.Url, timeoutSeconds: 0.3);

        var answer = await client.GetProfileAsync("token", Cancellation);

        answer.Unreadable.Should().Be("PropIQ did not answer within 0.3 s");
        answer.Status.Should().Be(0);
    }

    [Fact]
    public async Task An_answer_that_trickles_ends_at_the_time_out_too()
    {
        await using var server = OddServer.Doing(async (_, stream, cancellation) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"u8.ToArray(), cancellation);
            await Task.Delay(Timeout.Infinite, cancellation);
        });
        using var client = Clients.For(server.Url, timeoutSeconds: 3);

        var answer = await client.GetProfileAsync("token", Cancellation);

        answer.Unreadable.Should().Be("PropIQ began to answer with 200, but had not finished after 3 s");
        answer.Exchange.ResponseBody.Should().Be("{");
    }

    [Fact]
    public async Task A_dead_port_is_named()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var client = Clients.For(new Uri($"http://127.0.0.1:{port}"));

        var answer = await client.GetPricesAsync(Cancellation);

        answer.Unreadable.Should().Be($"nothing listens at http://127.0.0.1:{port}: the connection was refused");
    }

    [Fact]
    public async Task A_reset_is_named()
    {
        await using var server = OddServer.Doing((_, stream, _) =>
        {
            stream.Socket.LingerState = new LingerOption(true, 0);
            stream.Socket.Dispose();
            return Task.CompletedTask;
        });
        using var client = Clients.For(server.Url);

        var answer = await client.GetPricesAsync(Cancellation);

        answer.Unreadable.Should().Be("PropIQ dropped the connection before it answered");
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_the_one_thing_thrown()
    {
        var exchanges = new List<Exchange>();
        await using var server = OddServer.Silent();
        using var client = Clients.For(server.Url, exchanges);
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var call = () => client.GetPricesAsync(giveUp.Token);

        await call.Should().ThrowAsync<OperationCanceledException>();
        exchanges.Should().ContainSingle().Which.TransportError.Should().NotBeNull();
    }
}
