using System.Net;
using System.Net.Http.Json;
using FluentAssertions;
using PropIQ.Mocks;
using PropIQ.Mocks.Network;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Mocks.OpenAi;
using Xunit;

namespace PropIQ.Support.Tests.Mocks;

public sealed class CollaboratorMocksTests : IAsyncLifetime
{
    private const string Completions = "openai/deployments/gpt-4o-mini/chat/completions?api-version=2024-10-21";

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(1) };
    private CollaboratorMocks? _mocks;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CollaboratorMocks Mocks => _mocks!;

    public async ValueTask InitializeAsync()
    {
        _mocks = await CollaboratorMocks.StartAsync(new CollaboratorOptions(OpenAiKey: "key"), Cancellation);
        _http.DefaultRequestHeaders.Add("api-key", "key");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Mocks.DisposeAsync();
    }

    [Fact]
    public async Task All_four_answer_over_HTTP()
    {
        var ai = await AskAsync("u");
        var slack = await _http.PostAsJsonAsync(Mocks.SlackWebhookUrl, new { text = "frank@x.test" }, Cancellation);
        var email = await _http.PostAsJsonAsync(new Uri(Mocks.SendGridBaseUrl, "v3/mail/send"), new { }, Cancellation);
        var wandb = await _http.PostAsJsonAsync(new Uri(Mocks.WandbBaseUrl, "propiq-analysis"), new { deal_score = 70 }, Cancellation);

        ai.StatusCode.Should().Be(HttpStatusCode.OK);
        (await slack.Content.ReadAsStringAsync(Cancellation)).Should().Be("ok");
        email.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        wandb.StatusCode.Should().Be(HttpStatusCode.OK);
        (await Mocks.Slack.ContainingAsync("frank@x.test", Cancellation)).Should().HaveCount(1);
    }

    [Theory]
    [InlineData(AiFaultKind.DropsConnection)]
    [InlineData(AiFaultKind.Truncates)]
    public async Task A_broken_connection_breaks_only_the_call_it_is_meant_for(AiFaultKind kind)
    {
        await Mocks.Ai.FailAsync("unlucky", new AiFault(kind), 1, Cancellation);

        await FluentActions.Awaiting(() => AskAsync("unlucky")).Should().ThrowAsync<HttpRequestException>();

        (await AskAsync("lucky")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await AskAsync("unlucky")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Overlapping_calls_are_really_answered_together()
    {
        await Mocks.Ai.HoldUntilAsync("busy", 10, TimeSpan.FromSeconds(10), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AskAsync("busy")));

        (await Mocks.Ai.PeakOverlapAsync("busy", Cancellation)).Should().Be(10);
    }

    [Fact]
    public async Task Each_has_a_network_of_its_own()
    {
        Mocks.SlackProxy.Switch(ProxyMode.Refuse);

        await FluentActions.Awaiting(() => _http.PostAsJsonAsync(Mocks.SlackWebhookUrl, new { text = "x" }, Cancellation)).Should().ThrowAsync<HttpRequestException>();
        (await AskAsync("u")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    private Task<HttpResponseMessage> AskAsync(string user) => _http.PostAsync(
        new Uri(Mocks.OpenAiEndpoint, Completions),
        JsonContent.Create(Calls.Body(user, "12 Elm St, Austin, TX 78701")),
        Cancellation);
}
