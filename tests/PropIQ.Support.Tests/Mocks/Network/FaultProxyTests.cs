using System.Diagnostics;
using System.Net.Sockets;
using FluentAssertions;
using PropIQ.Mocks.Network;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Network;

public sealed class FaultProxyTests : IAsyncDisposable
{
    private readonly EchoTarget _target = new();
    private readonly FaultProxy _proxy;

    public FaultProxyTests() => _proxy = FaultProxy.Start("127.0.0.1", _target.Port);

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _target.Dispose();
    }

    [Fact]
    public async Task Bytes_pass_in_both_directions()
    {
        using var client = await TestClient.ConnectAsync(_proxy.Port);

        (await client.AskAsync("hello")).Should().Be("hello");
    }

    [Fact]
    public async Task Refusing_ends_what_is_established_and_the_same_port_answers_again_afterwards()
    {
        using var before = await TestClient.ConnectAsync(_proxy.Port);
        await before.AskAsync("hello");

        _proxy.Switch(ProxyMode.Refuse);

        await ShouldBeResetAsync(before);
        (await FluentActions.Awaiting(() => TestClient.ConnectAsync(_proxy.Port)).Should().ThrowAsync<SocketException>())
            .Which.SocketErrorCode.Should().Be(SocketError.ConnectionRefused);

        _proxy.Switch(ProxyMode.Forward);

        using var after = await TestClient.ConnectAsync(_proxy.Port);
        (await after.AskAsync("again")).Should().Be("again");
    }

    [Fact]
    public async Task Switching_back_and_forth_keeps_the_port()
    {
        for (var round = 0; round < 20; round++)
        {
            _proxy.Switch(ProxyMode.Refuse);
            _proxy.Switch(ProxyMode.Forward);
        }

        using var client = await TestClient.ConnectAsync(_proxy.Port);
        (await client.AskAsync("hello")).Should().Be("hello");
    }

    [Fact]
    public async Task Dropping_new_connections_leaves_established_ones_alone()
    {
        using var before = await TestClient.ConnectAsync(_proxy.Port);
        await before.AskAsync("hello");

        _proxy.Switch(ProxyMode.DropNew);

        (await before.AskAsync("still here")).Should().Be("still here");
        await ShouldBeResetAtOnceAsync();
    }

    [Fact]
    public async Task Dropping_all_resets_established_connections_too()
    {
        using var before = await TestClient.ConnectAsync(_proxy.Port);
        await before.AskAsync("hello");

        _proxy.Switch(ProxyMode.DropAll);

        await ShouldBeResetAsync(before);
    }

    [Fact]
    public async Task A_stall_is_silence_until_it_ends()
    {
        using var established = await TestClient.ConnectAsync(_proxy.Port);
        await established.AskAsync("hello");

        _proxy.Switch(ProxyMode.Stall);
        using var fresh = await TestClient.ConnectAsync(_proxy.Port);
        await established.SendAsync("one");
        await fresh.SendAsync("two");

        (await established.HearsNothingAsync()).Should().BeTrue();
        (await fresh.HearsNothingAsync()).Should().BeTrue();

        _proxy.Switch(ProxyMode.Forward);

        (await established.ReceiveAsync()).Should().Be("one");
        (await fresh.ReceiveAsync()).Should().Be("two");
    }

    [Fact]
    public async Task What_a_client_sent_during_a_stall_is_forgotten_when_it_gives_up()
    {
        using var established = await TestClient.ConnectAsync(_proxy.Port);
        await established.AskAsync("hello");

        _proxy.Switch(ProxyMode.Stall);
        await established.SendAsync("too late");
        established.Dispose();
        await Eventually.TrueAsync(() => _proxy.Connections == 0, "the connection is forgotten");
        _proxy.Switch(ProxyMode.Forward);

        using var next = await TestClient.ConnectAsync(_proxy.Port);
        await next.AskAsync("next");
        _target.Received.Should().Be("hellonext");
    }

    [Fact]
    public async Task Latency_holds_requests_back()
    {
        using var client = await TestClient.ConnectAsync(_proxy.Port);
        _proxy.Latency = TimeSpan.FromMilliseconds(80);
        var started = Stopwatch.GetTimestamp();

        await client.AskAsync("hello");

        Stopwatch.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromMilliseconds(75));
    }

    [Fact]
    public async Task A_dead_target_resets_the_client()
    {
        _target.Dispose();

        await ShouldBeResetAtOnceAsync();
    }

    [Fact]
    public async Task After_retargeting_new_connections_reach_the_new_target()
    {
        using var other = new EchoTarget();
        _proxy.Retarget("127.0.0.1", other.Port);
        using var client = await TestClient.ConnectAsync(_proxy.Port);

        await client.AskAsync("moved");

        other.Received.Should().Be("moved");
    }

    [Fact]
    public async Task Nothing_is_left_of_connections_that_ended()
    {
        for (var count = 0; count < 50; count++)
        {
            using var client = await TestClient.ConnectAsync(_proxy.Port);
            await client.AskAsync("hello");
        }

        await Eventually.TrueAsync(() => _proxy.Connections == 0, "all connections are forgotten");
    }

    [Fact]
    public async Task Disposing_comes_to_an_end_even_while_connections_are_stalled()
    {
        _proxy.Switch(ProxyMode.Stall);
        using var client = await TestClient.ConnectAsync(_proxy.Port);
        await client.SendAsync("hello");
        var started = Stopwatch.GetTimestamp();

        await _proxy.DisposeAsync();

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(20));
        await ShouldBeResetAsync(client);
    }

    private static async Task ShouldBeResetAsync(TestClient client) =>
        (await FluentActions.Awaiting(client.ReceiveAsync).Should().ThrowAsync<SocketException>())
            .Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);

    /// <summary>The reset may come while the client still connects, or when it first listens.</summary>
    private async Task ShouldBeResetAtOnceAsync()
    {
        var asking = async () =>
        {
            using var client = await TestClient.ConnectAsync(_proxy.Port);
            await client.ReceiveAsync();
        };
        (await asking.Should().ThrowAsync<SocketException>()).Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
    }
}
