using FluentAssertions;
using PropIQ.Client;
using PropIQ.Support.Tests.Api;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.OpenApi;

/// <summary>The reference API answers as its OpenAPI document says, and the document has every call of the contract.</summary>
public sealed class DocumentTests(SandboxFixture sandbox)
{
    private static readonly string[] Contract =
    [
        "POST /auth/signup", "POST /auth/login", "POST /auth/refresh", "GET /auth/me", "POST /auth/logout",
        "GET /pricing", "POST /propiq/analyze", "GET /propiq/history", "GET /propiq/analyses/{id}", "POST /propiq/export",
        "POST /propiq/compare", "GET /propiq/health", "GET /health", "POST /propiq/calculator",
        "POST /stripe/create-checkout-session", "GET /stripe/subscription", "POST /stripe/change-plan", "POST /stripe/webhook",
        "POST /support/chat", "GET /support/history/{conversation_id}",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_answer_of_a_tour_is_as_documented()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        var document = await DocumentAsync();
        var tour = new Tour(host);

        await tour.WalkAsync();

        var described = tour.Exchanges.Where(IsDescribed).ToList();
        described.SelectMany(document.Complaints).Distinct().Order().Should().BeEmpty();
        document.Operations.Except(described.Select(document.OperationOf)).Should().BeEmpty("the tour leaves no documented call out");
    }

    [Fact]
    public async Task Every_call_of_the_contract_is_documented()
    {
        var document = await DocumentAsync();

        document.Operations.Should().Contain(Contract);
    }

    /// <summary>The page is for people, and the testing interface is nobody's business who does not know of it.</summary>
    private static bool IsDescribed(Exchange exchange) =>
        exchange.Url.AbsolutePath != "/" && !exchange.Url.AbsolutePath.StartsWith("/testing/", StringComparison.Ordinal);

    private async Task<Conformance> DocumentAsync()
    {
        using var visitor = Visitor.Stranger(await (await sandbox.WorldAsync()).SharedHost);
        var answer = await visitor.Client.SendRawAsync(new RawRequest("GET", "/openapi/v1.json"), Cancellation).Succeeds();
        return Conformance.Read(answer.Text);
    }
}
