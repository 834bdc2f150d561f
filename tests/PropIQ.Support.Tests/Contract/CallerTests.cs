using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Sandbox.Hosts;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Contract;

/// <summary>Clause 7.1 from the caller's side: who counts as one caller, and callers who hang up.</summary>
public sealed class CallerTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_forwarded_address_that_no_known_proxy_vouches_for_is_no_new_caller()
    {
        using var visitor = Visitor.Stranger(await HostAsync());

        var number = 0;

        var refused = await RateLimit.ReachAsync(() => visitor.Client.SendRawAsync(
            new RawRequest("GET", "/pricing").WithHeader("X-Forwarded-For", $"203.0.113.{Interlocked.Increment(ref number) % 250}"),
            Cancellation)).IsRefused(429, "rate_limited");

        refused.RetryAfter.Should().NotBeNull();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("203.0.113.1, , ,")]
    [InlineData("[::ffff:127.0.0.1]:99999")]
    [InlineData("'; drop table users; --")]
    public async Task A_forwarded_address_that_is_none_does_no_harm(string header)
    {
        using var visitor = Visitor.Stranger(await HostAsync());

        await visitor.Client.SendRawAsync(new RawRequest("GET", "/pricing").WithHeader("X-Forwarded-For", header), Cancellation).Succeeds();
    }

    [Theory]
    [InlineData("Content-Length: 500", "{\"address\": \"1 Elm St\"}")]
    [InlineData("Transfer-Encoding: chunked", "17\r\n{\"address\": \"1 Elm St\"}\r\n")]
    [InlineData("Transfer-Encoding: chunked", "zz\r\n{}")]
    public async Task A_caller_who_hangs_up_in_the_middle_of_a_body_has_asked_for_nothing(string framing, string body)
    {
        using var visitor = await Visitor.ArriveAsync(await HostAsync());

        await HangUpAsync(visitor, $"POST /propiq/analyze HTTP/1.1\r\nHost: propiq\r\nAuthorization: Bearer {visitor.Token}\r\n{framing}\r\n\r\n{body}");

        var profile = await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
        profile.Usage!.Used.Should().Be(0);
        (await visitor.Host.Ai.CallsAsync(visitor.Id, Cancellation)).Should().BeEmpty();
    }

    /// <summary>Sends these bytes, says that no more will come, and waits until PropIQ has closed the connection too.</summary>
    private static async Task HangUpAsync(Visitor visitor, string bytes)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, visitor.Host.Url.Port), Cancellation);
        await socket.SendAsync(Encoding.UTF8.GetBytes(bytes), Cancellation);
        socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[4096];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (await ReceivedAsync(socket, rest, patience.Token) > 0)
        {
        }
    }

    private static async Task<int> ReceivedAsync(Socket socket, byte[] buffer, CancellationToken cancellation)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, cancellation);
        }
        catch (SocketException)
        {
            // A reset is an end too.
            return 0;
        }
    }

    private async Task<PropIqHost> HostAsync() => await (await sandbox.WorldAsync()).SharedHost;
}
