using System.Text;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.Client;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>A raw request goes out as it was written.</summary>
public sealed class RawRequestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_is_sent_byte_for_byte()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);

        var answer = await client.SendRawAsync("POST", "/propiq/analyze?x=1&y", "t", "{\"address\": \"\\ud800\" ", Cancellation);

        $"{server.Only.Method} {server.Only.Target}".Should().Be("POST /propiq/analyze?x=1&y");
        server.Only.Body.Should().Be("{\"address\": \"\\ud800\" ");
        server.Only.Headers["Authorization"].Should().Be("Bearer t");
        answer.Value!.Text.Should().Be("{}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_body_goes_in_chunks_or_with_its_length(bool chunked)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);
        var request = new RawRequest("POST", "/propiq/analyze") { Body = new byte[2 * 1024 * 1024], Chunked = chunked };

        await client.SendRawAsync(request, Cancellation);

        server.Only.Body.Length.Should().Be(2 * 1024 * 1024);
        server.Only.Headers.ContainsKey("Content-Length").Should().Be(!chunked);
        server.Only.Headers.ContainsKey("Transfer-Encoding").Should().Be(chunked);
    }

    [Theory]
    [InlineData("application/json; charset=latin-9")]
    [InlineData("not a type at all")]
    [InlineData("text/plain")]
    [InlineData(null)]
    public async Task Any_content_type_can_be_sent(string? contentType)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);

        await client.SendRawAsync("POST", "/auth/login", null, "{}", Cancellation, contentType);

        server.Only.Headers.GetValueOrDefault("Content-Type").Should().Be(contentType);
    }

    [Fact]
    public async Task Headers_are_sent_as_given_also_twice()
    {
        await using var server = await EchoServer.StartAsync();
        using var client = Clients.For(server.Url);
        var request = new RawRequest("GET", "/auth/me")
            .WithHeader("Authorization", "Basic Zm9vOmJhcg==")
            .WithHeader("X-Forwarded-For", "203.0.113.1")
            .WithHeader("X-Forwarded-For", "203.0.113.2");

        await client.SendRawAsync(request, Cancellation);

        server.Only.Headers["Authorization"].Should().Be("Basic Zm9vOmJhcg==");
        server.Only.Headers["X-Forwarded-For"].Should().Match(value => value.Contains("203.0.113.1") && value.Contains("203.0.113.2"));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PATCH")]
    [InlineData("TRACE")]
    [InlineData("PROPFIND")]
    public async Task Any_method_can_be_sent(string method)
    {
        await using var server = await EchoServer.StartAsync(context =>
        {
            context.Response.StatusCode = 405;
            return Task.CompletedTask;
        });
        using var client = Clients.For(server.Url);

        var answer = await client.SendRawAsync(new RawRequest(method, "/pricing"), Cancellation);

        server.Only.Method.Should().Be(method);
        answer.Problem!.Status.Should().Be(405);
    }

    [Fact]
    public async Task What_is_not_text_is_kept_as_bytes_and_recorded_by_size()
    {
        byte[] bytes = [0xff, 0xfe, 0x00, 0x80];
        await using var server = await EchoServer.StartAsync(async context => await context.Response.Body.WriteAsync(bytes));
        using var client = Clients.For(server.Url);

        var answer = await client.SendRawAsync(new RawRequest("POST", "/x") { Body = bytes }, Cancellation);

        answer.Value!.Bytes.Should().Equal(bytes);
        answer.Exchange.RequestBody.Should().Be("(4 bytes that are not text)");
        answer.Exchange.ResponseBody.Should().Be("(4 bytes that are not text)");
        Encoding.UTF8.GetByteCount(answer.Value.Text).Should().BePositive();
    }
}
