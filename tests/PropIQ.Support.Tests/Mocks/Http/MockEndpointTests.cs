using System.Net;
using System.Text;
using FluentAssertions;
using PropIQ.Mocks.Http;
using PropIQ.Mocks.Network;
using Xunit;

namespace PropIQ.Support.Tests.Mocks.Http;

public sealed class MockEndpointTests : IDisposable
{
    private static readonly MockResponse Plain = new(200, "text/plain", "0123456789");

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task A_request_arrives_as_it_was_sent()
    {
        var service = new ScriptedService(Plain);
        await using var endpoint = await StartAsync(service);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(endpoint.Url, "some/pl%C3%A4ce?a=1&b=x%20y&c%5B0%5D=1,2"));
        request.Headers.Add("X-Mark", "here");
        request.Content = new StringContent("{\"name\":\"Ağaç\"}", Encoding.UTF8, "application/json");

        await _http.SendAsync(request, TestContext.Current.CancellationToken);

        var seen = service.Last!;
        seen.Method.Should().Be("POST");
        seen.Path.Should().Be("/some/pläce");
        seen.Query.Should().Contain("a", "1").And.Contain("b", "x y").And.Contain("c[0]", "1,2");
        seen.Headers["x-mark"].Should().Be("here");
        seen.Body.Should().Be("{\"name\":\"Ağaç\"}");
    }

    [Fact]
    public async Task An_answer_arrives_as_it_was_given()
    {
        var answer = new MockResponse(429, "application/json", "{\"é\":1}") { Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } };
        await using var endpoint = await StartAsync(new ScriptedService(answer));

        var response = await GetAsync(endpoint);

        response.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        response.Headers.GetValues("Retry-After").Should().Equal("7");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Be("{\"é\":1}");
    }

    [Fact]
    public async Task A_failing_mock_answers_500()
    {
        await using var endpoint = await StartAsync(new ScriptedService((_, _) => throw new InvalidOperationException("broken")));

        (await GetAsync(endpoint)).StatusCode.Should().Be(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task A_dropped_answer_leaves_no_byte()
    {
        await using var endpoint = await StartAsync(new ScriptedService(Plain with { Connection = ConnectionFate.Drop }));

        await FluentActions.Awaiting(() => GetAsync(endpoint)).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_truncated_answer_begins_rightly_and_stops_in_the_middle()
    {
        var whole = new string('x', 100_000);
        await using var endpoint = await StartAsync(new ScriptedService(new MockResponse(200, "text/plain", whole) { Connection = ConnectionFate.Truncate }));
        using var response = await _http.GetAsync(endpoint.Url, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var received = new MemoryStream();

        var reading = () => response.Content.CopyToAsync(received, TestContext.Current.CancellationToken);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.Contains("X-Sandbox-Connection").Should().BeFalse();
        await reading.Should().ThrowAsync<HttpRequestException>();
        received.Length.Should().BeInRange(30_000, 50_000);
    }

    [Fact]
    public async Task A_connection_is_used_again_for_whole_answers()
    {
        await using var endpoint = await StartAsync(new ScriptedService(Plain));
        await GetAsync(endpoint);
        await GetAsync(endpoint);

        endpoint.Proxy.Connections.Should().Be(1);
    }

    [Fact]
    public async Task A_refused_port_is_refused_to_http_too()
    {
        await using var endpoint = await StartAsync(new ScriptedService(Plain));
        endpoint.Proxy.Switch(ProxyMode.Refuse);
        await FluentActions.Awaiting(() => GetAsync(endpoint)).Should().ThrowAsync<HttpRequestException>();

        endpoint.Proxy.Switch(ProxyMode.Forward);

        (await GetAsync(endpoint)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Disposing_lets_held_requests_go()
    {
        var entered = new TaskCompletionSource();
        var endpoint = await StartAsync(new ScriptedService(async (_, cancellationToken) =>
        {
            entered.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Plain;
        }));
        var held = GetAsync(endpoint);
        await entered.Task.WaitAsync(TestContext.Current.CancellationToken);

        await endpoint.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await FluentActions.Awaiting(() => held).Should().ThrowAsync<HttpRequestException>();
    }

    private static Task<MockEndpoint> StartAsync(IMockService service) => MockEndpoint.StartAsync(service, TestContext.Current.CancellationToken);

    private Task<HttpResponseMessage> GetAsync(MockEndpoint endpoint) => _http.GetAsync(endpoint.Url, TestContext.Current.CancellationToken);
}
