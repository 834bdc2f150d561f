using System.Net;
using System.Text.Json;
using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Sandbox.Hosts;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Analyses.Hosted;

/// <summary>A seeded, logged-in user of a host, whose clock stands still, at noon of 15 March 2031 unless told otherwise.</summary>
internal sealed class Patron : IDisposable
{
    public const string Password = "Correct-Horse-7";

    public static readonly DateTimeOffset Noon = new(2031, 3, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly TestingClient testing;

    private Patron(PropIqHost host, string email, string id, string token, PropIqClient client, TestingClient testing)
    {
        (Host, Email, Id, Token, Client) = (host, email, id, token, client);
        this.testing = testing;
    }

    public PropIqHost Host { get; }

    public string Email { get; }

    public string Id { get; }

    public string Token { get; }

    public PropIqClient Client { get; }

    public IOpenAiControl Ai => Host.Ai;

    /// <summary>A loopback address of one's own: anonymous calls are limited by address.</summary>
    public static IPAddress SomeAddress() => new([127, (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(256), (byte)Random.Shared.Next(1, 255)]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Patron> OfAsync(PropIqHost host, string tier = "free", int used = 0, int? history = null, DateTimeOffset? at = null)
    {
        var options = new ClientOptions(host.Url) { TestingSecret = host.TestingSecret, SourceAddress = SomeAddress() };
        var (client, testing) = (new PropIqClient(options), new TestingClient(options));
        var email = $"patron+{Guid.NewGuid():N}@analyses.test";
        (await testing.SetClockAsync(email, new ClockChange(Set: at ?? Noon, Freeze: true), Cancelled)).Succeeded.Should().BeTrue();
        var seeded = await testing.SeedUserAsync(new SeededUser(email, Password, tier, used, history), Cancelled);
        seeded.Succeeded.Should().BeTrue(seeded.Exchange.ResponseBody);
        var login = await client.LogInAsync(email, Password, Cancelled);
        return new Patron(host, email, seeded.Value!.User!.Id!.Text, login.Value!.AccessToken!, client, testing);
    }

    public Task<Answer<Analysis>> AnalyzeAsync(string address) =>
        Client.AnalyzeAsync(Token, new PropertyToAnalyze(address), Cancelled);

    public Task<Answer<RawText>> PostAsync(string path, string json) =>
        Client.SendRawAsync(new RawRequest("POST", path) { AccessToken = Token }.WithText(json), Cancelled);

    public Task<Answer<RawText>> GetAsync(string path) =>
        Client.SendRawAsync(new RawRequest("GET", path) { AccessToken = Token, ContentType = null }, Cancelled);

    public async Task<PropIQ.Client.Contract.Usage> UsageAsync() => (await Client.GetProfileAsync(Token, Cancelled)).Value!.Usage!;

    public async Task<History> HistoryAsync(int? limit = null, int? offset = null) =>
        (await Client.GetHistoryAsync(Token, limit, offset, Cancelled)).Value!;

    public async Task AdvanceAsync(double seconds) =>
        (await testing.SetClockAsync(Email, new ClockChange(AdvanceSeconds: seconds), Cancelled)).Succeeded.Should().BeTrue();

    public async Task StallAsync(double seconds) => (await testing.StallAsync(Email, seconds, Cancelled)).Status.Should().Be(204);

    public async Task ReleaseAsync() => (await testing.ReleaseAsync(Email, Cancelled)).Status.Should().Be(204);

    public async Task DrainAsync() => (await testing.DrainOutboxAsync(Email, 5, Cancelled)).Value!.Pending.Should().Be(0);

    /// <summary>Returns when the AI is working on so many of this user's calls.</summary>
    public async Task AiIsAskedAsync(int calls = 1)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (await Ai.PeakOverlapAsync(Id, Cancelled) < calls)
        {
            await timer.WaitForNextTickAsync(deadline.Token);
        }
    }

    /// <summary>Keeps the AI from answering until it is healed, or so many calls wait.</summary>
    public Task HoldAiAsync(int calls = 100, double seconds = 1.5) => Ai.HoldUntilAsync(Id, calls, TimeSpan.FromSeconds(seconds), Cancelled);

    public Task HealAiAsync() => Ai.HealAsync(Id, Cancelled);

    public Task FailAiAsync(AiFault fault, int? times = null) => Ai.FailAsync(Id, fault, times, Cancelled);

    public void Dispose()
    {
        Client.Dispose();
        testing.Dispose();
    }
}

internal static class Answers
{
    public static void ShouldBeRefused<T>(this Answer<T> answer, int status, string code, string? detail = null)
        where T : class
    {
        answer.Status.Should().Be(status, answer.Exchange.ResponseBody);
        answer.Problem!.Code.Should().Be(code);
        if (detail is not null)
        {
            answer.Problem.Detail.Should().Be(detail);
        }
    }

    public static JsonElement Json(this Answer<RawText> answer) => JsonDocument.Parse(answer.Value!.Text).RootElement;
}
