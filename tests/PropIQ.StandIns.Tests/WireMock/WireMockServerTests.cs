using System.Net;
using System.Net.Sockets;
using System.Text;
using FluentAssertions;
using WireMock;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;
using WireMock.Types;
using WireMock.Util;

namespace PropIQ.StandIns.Tests.WireMock;

/// <summary>The behaviour of WireMock.Net 2.15 in what the project uses of it.</summary>
public sealed class WireMockServerTests : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private readonly WireMockServer _server = WireMockServer.Start();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _http.Dispose();
        _server.Dispose();
    }

    [Fact]
    public async Task It_listens_when_Start_returns_on_a_port_of_its_own()
    {
        using var other = WireMockServer.Start();

        _server.Port.Should().BePositive().And.NotBe(other.Port);
        (await GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Without_a_mapping_it_answers_404_and_says_so()
    {
        var answer = await GetAsync("/nowhere");

        answer.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await BodyAsync(answer)).Should().Be("""{"Status":"No matching mapping found"}""");
    }

    [Fact]
    public async Task A_callback_sees_the_request_as_it_was_sent()
    {
        IRequestMessage? seen = null;
        Answer("/*", request => seen = request);
        using var request = new HttpRequestMessage(HttpMethod.Patch, At("/a%20b/c?q=1&q=2&x=y%26z"));
        request.Headers.Add("X-Mark", "here");
        request.Content = new StringContent("äöü {", Encoding.UTF8, "application/json");

        await _http.SendAsync(request, Cancellation);

        seen!.Method.Should().Be("PATCH");
        seen.Path.Should().Be("/a b/c");
        seen.Query!["q"].Should().Equal("1", "2");
        seen.Query!["x"].ToString().Should().Be("y&z");
        seen.Headers!["X-Mark"].ToString().Should().Be("here");
        seen.Body.Should().Be("äöü {");
    }

    [Fact]
    public async Task A_get_has_no_body()
    {
        IRequestMessage? seen = null;
        Answer("/*", request => seen = request);

        await GetAsync("/");

        seen!.Body.Should().BeNull();
    }

    [Fact]
    public async Task An_answer_is_sent_with_its_status_headers_and_body_and_without_a_length()
    {
        var message = Text("Grüße");
        message.StatusCode = 418;
        message.AddHeader("Content-Type", "text/plain");
        message.AddHeader("X-More", "yes");
        Answer("/*", _ => { }, message);

        using var answer = await _http.GetAsync(At("/"), HttpCompletionOption.ResponseHeadersRead, Cancellation);

        ((int)answer.StatusCode).Should().Be(418);
        answer.Content.Headers.ContentType!.ToString().Should().Be("text/plain");
        answer.Content.Headers.ContentLength.Should().BeNull();
        answer.Headers.GetValues("X-More").Should().Equal("yes");
        (await BodyAsync(answer)).Should().Be("Grüße");
    }

    [Theory]
    [InlineData(null, 200)]
    [InlineData(503, 503)]
    [InlineData("503", 503)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 503)]
    public async Task A_status_may_be_given_in_several_ways(object? given, int sent)
    {
        Answer("/*", _ => { }, new ResponseMessage { StatusCode = given });

        ((int)(await GetAsync("/")).StatusCode).Should().Be(sent);
    }

    [Fact]
    public async Task The_exception_of_a_callback_is_a_500()
    {
        Answer("/*", _ => throw new InvalidOperationException("broken"));

        var answer = await GetAsync("/");

        answer.StatusCode.Should().Be(HttpStatusCode.InternalServerError);
        (await BodyAsync(answer)).Should().Be("""{"Status":"broken"}""");
    }

    [Fact]
    public async Task What_the_builder_was_given_goes_before_the_callback()
    {
        var fixedPart = new ResponseMessage { StatusCode = 201 };
        _server.Given(Request.Create()).RespondWith(Response.Create(fixedPart).WithCallback(_ => Task.FromResult<IResponseMessage>(Text("x"))));

        (await GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("/p", "/p", true)]
    [InlineData("/p", "/p?query", true)]
    [InlineData("/p", "/p/", false)]
    [InlineData("/p", "/P", false)]
    [InlineData("/p*", "/p/q/r", true)]
    [InlineData("/p?", "/pq", true)]
    [InlineData("/*", "/", true)]
    public async Task Paths_are_patterns(string pattern, string path, bool fits)
    {
        Answer(pattern, _ => { });

        (await GetAsync(path)).StatusCode.Should().Be(fits ? HttpStatusCode.OK : HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_several_mappings_the_newest_answers()
    {
        Answer("/*", _ => { }, Text("old"));
        Answer("/*", _ => { }, Text("new"));

        (await BodyAsync(await GetAsync("/"))).Should().Be("new");
    }

    [Fact]
    public async Task Requests_are_answered_side_by_side()
    {
        var both = new TaskCompletionSource();
        var waiting = 0;
        _server.Given(Request.Create().WithPath("/*").UsingAnyMethod()).RespondWith(Response.Create().WithCallback(async _ =>
        {
            if (Interlocked.Increment(ref waiting) == 2)
            {
                both.SetResult();
            }

            await both.Task;
            return (IResponseMessage)Text("together");
        }));

        var answers = await Task.WhenAll(GetAsync("/1"), GetAsync("/2"));

        answers.Should().OnlyContain(answer => answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task After_Dispose_connections_are_refused_and_disposing_again_is_fine()
    {
        _server.Dispose();
        _server.Dispose();

        (await FluentActions.Awaiting(() => GetAsync("/")).Should().ThrowAsync<HttpRequestException>())
            .Which.InnerException.Should().BeOfType<SocketException>();
    }

    [Fact]
    public void What_the_stand_in_does_not_know_it_says()
    {
        FluentActions.Invoking(() => WireMockServer.Start(useSSL: true)).Should().Throw<NotSupportedException>();
        FluentActions.Invoking(() => _server.Given(Request.Create(), saveToFile: true)).Should().Throw<NotSupportedException>();
    }

    private static ResponseMessage Text(string text) => new() { BodyData = new BodyData { DetectedBodyType = BodyType.String, BodyAsString = text } };

    private void Answer(string path, Action<IRequestMessage> look, ResponseMessage? message = null) =>
        _server.Given(Request.Create().WithPath(path).UsingAnyMethod()).RespondWith(Response.Create().WithCallback(request =>
        {
            look(request);
            return Task.FromResult<IResponseMessage>(message ?? new ResponseMessage());
        }));

    private Uri At(string pathAndQuery) => new($"http://localhost:{_server.Port}{pathAndQuery}");

    private Task<HttpResponseMessage> GetAsync(string pathAndQuery) => _http.GetAsync(At(pathAndQuery), Cancellation);

    private static Task<string> BodyAsync(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(Cancellation);
}
