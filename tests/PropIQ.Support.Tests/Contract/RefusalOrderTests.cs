using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Mocks.OpenAi;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.Contract;

/// <summary>Clause 2.11: when two things are wrong at once, which of them the answer is about.</summary>
public sealed class RefusalOrderTests(SandboxFixture sandbox)
{
    private const string NoSuchId = "00000000-0000-4000-8000-000000000000";

    private static readonly string TooLarge = new(' ', 1024 * 1024);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Malformed_JSON_comes_before_a_missing_token()
    {
        using var visitor = await ArriveAsync();

        await RawAsync(visitor, "/propiq/analyze", null, "{").IsRefused(400, "malformed_json");
    }

    [Fact]
    public async Task Malformed_JSON_comes_before_the_rate_limit()
    {
        using var visitor = await ArriveAsync();
        await UseUpTheSecondAsync(visitor);

        await RawAsync(visitor, "/propiq/analyze", visitor.Token, "{").IsRefused(400, "malformed_json");
    }

    [Fact]
    public async Task A_missing_token_comes_before_the_size()
    {
        using var visitor = await ArriveAsync();

        await RawAsync(visitor, "/propiq/analyze", null, "{}" + TooLarge).IsRefused(401, "unauthorized");
    }

    [Fact]
    public async Task A_missing_token_comes_before_bad_input()
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.AnalyzeAsync(null, new PropertyToAnalyze(""), Cancellation).IsRefused(401, "unauthorized");
    }

    [Fact]
    public async Task The_rate_limit_comes_before_the_size()
    {
        using var visitor = await ArriveAsync();
        await UseUpTheSecondAsync(visitor);

        await RawAsync(visitor, "/propiq/analyze", visitor.Token, "{}" + TooLarge).IsRefused(429, "rate_limited");
    }

    [Fact]
    public async Task The_rate_limit_comes_before_bad_input_and_before_the_allowance()
    {
        using var visitor = await ArriveAsync("free", 5);
        await UseUpTheSecondAsync(visitor);

        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze(""), Cancellation).IsRefused(429, "rate_limited");
        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St"), Cancellation).IsRefused(429, "rate_limited");
    }

    [Fact]
    public async Task The_size_comes_before_bad_input()
    {
        using var visitor = await ArriveAsync();
        var wordy = new PropertyToAnalyze("", "castle", -1, new string('x', 10_001));

        await visitor.Client.AnalyzeAsync(visitor.Token, wordy, Cancellation).IsRefused(413, "payload_too_large");
        await RawAsync(visitor, "/propiq/analyze", visitor.Token, "{\"address\":\"\"}" + TooLarge).IsRefused(413, "payload_too_large");
    }

    [Fact]
    public async Task Bad_input_comes_before_the_plan()
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.ExportAsync(visitor.Token, new ExportOrder("docx", 1), Cancellation).IsRefused(422, "invalid_export");
    }

    [Fact]
    public async Task The_plan_comes_before_what_is_not_there()
    {
        using var visitor = await ArriveAsync();

        await visitor.Client.ExportAsync(visitor.Token, new ExportOrder("csv", null, [NoSuchId]), Cancellation)
            .IsRefused(403, "export_requires_paid_plan");
    }

    [Fact]
    public async Task Bad_input_comes_before_what_is_not_there()
    {
        using var visitor = await ArriveAsync("pro");

        await visitor.Client.ExportAsync(visitor.Token, new ExportOrder("docx", null, [NoSuchId]), Cancellation).IsRefused(422, "invalid_export");
        await visitor.Client.CompareAsync(visitor.Token, [NoSuchId], Cancellation).IsRefused(422, "invalid_comparison");
        await visitor.Client.ChatAsync(visitor.Token, "", NoSuchId, Cancellation).IsRefused(422, "invalid_message");
    }

    [Fact]
    public async Task Bad_input_comes_before_a_conflict()
    {
        using var visitor = await ArriveAsync("pro");

        await visitor.Client.OpenCheckoutAsync(visitor.Token, "pro", "price_other", Cancellation).IsRefused(422, "price_mismatch");
        using var stranger = Visitor.Stranger(visitor.Host);
        await stranger.Client.SignUpAsync(new SignUp(visitor.Email, "short"), Cancellation).IsRefused(422, "validation_failed");
    }

    [Fact]
    public async Task A_conflict_comes_before_payments_that_are_down()
    {
        using var visitor = await ArriveAsync("pro");
        await visitor.Host.Stripe.FailCallsAsync(visitor.Email, 500, Cancellation);

        await visitor.Client.OpenCheckoutAsync(visitor.Token, "pro", null, Cancellation).IsRefused(409, "already_on_tier");
    }

    [Fact]
    public async Task Bad_input_comes_before_the_allowance()
    {
        using var visitor = await ArriveAsync("free", 5);

        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze(" "), Cancellation).IsRefused(422, "invalid_address");
    }

    [Fact]
    public async Task A_duplicate_comes_before_the_allowance()
    {
        using var visitor = await ArriveAsync("free", 4);
        await visitor.Testing.SetClockAsync(visitor.Email, new ClockChange(Freeze: true), Cancellation).Succeeds();
        var house = new PropertyToAnalyze("12 Elm St, Austin, TX 78701");
        var first = await visitor.Client.AnalyzeAsync(visitor.Token, house, Cancellation).Succeeds();

        var again = await visitor.Client.AnalyzeAsync(visitor.Token, house with { Address = " 12 ELM ST, Austin, TX 78701 " }, Cancellation).Succeeds();

        again.Duplicate.Should().BeTrue();
        again.AnalysisId.Should().Be(first.AnalysisId);
    }

    [Fact]
    public async Task The_allowance_comes_before_an_AI_that_is_down()
    {
        using var visitor = await ArriveAsync("free", 5);
        await visitor.Host.Ai.FailAsync(visitor.Id, new AiFault(AiFaultKind.Refuses, 503), null, Cancellation);

        await visitor.Client.AnalyzeAsync(visitor.Token, new PropertyToAnalyze("1 Elm St"), Cancellation).IsRefused(429, "usage_limit_reached");
    }

    [Fact]
    public async Task What_is_not_there_comes_before_an_AI_that_is_down()
    {
        using var visitor = await ArriveAsync();
        await visitor.Host.Ai.FailAsync(visitor.Id, new AiFault(AiFaultKind.Refuses, 503), null, Cancellation);

        await visitor.Client.ChatAsync(visitor.Token, "Hello?", NoSuchId, Cancellation).IsRefused(404, "not_found");
    }

    private static Task<Answer<RawText>> RawAsync(Visitor visitor, string path, string? token, string body) =>
        visitor.Client.SendRawAsync("POST", path, token, body, Cancellation);

    /// <summary>Stops the visitor's clock and calls until the second holds no further call.</summary>
    private static async Task UseUpTheSecondAsync(Visitor visitor)
    {
        await visitor.Testing.SetClockAsync(visitor.Email, new ClockChange(AdvanceSeconds: 10, Freeze: true), Cancellation).Succeeds();
        for (var i = 0; i < 20; i++)
        {
            await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).Succeeds();
        }

        await visitor.Client.GetProfileAsync(visitor.Token, Cancellation).IsRefused(429, "rate_limited");
    }

    private async Task<Visitor> ArriveAsync(string tier = "free", int used = 0) =>
        await Visitor.ArriveAsync(await (await sandbox.WorldAsync()).SharedHost, tier, used);
}
