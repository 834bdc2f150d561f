using System.Text.Json;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using PropIQ.Client;
using PropIQ.Client.Contract;
using Xunit;

namespace PropIQ.Support.Tests.Client;

/// <summary>The contract does not say whether ids are text or numbers: either is read, and sent back as it came.</summary>
public sealed class IdTests
{
    private static readonly JsonId Text = new("12", IsNumber: false);
    private static readonly JsonId Number = new("12", IsNumber: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("\"12\"", false)]
    [InlineData("12", true)]
    [InlineData("12.0", true)]
    public async Task An_id_is_text_or_a_number(string json, bool isNumber)
    {
        await using var server = await EchoServer.StartAsync(Answer($$"""{"id":{{json}},"email":"frank@x.test"}"""));
        using var client = Clients.For(server.Url);

        (await client.GetProfileAsync("t", Cancellation)).Value!.Id.Should().Be(isNumber ? Number : Text);
    }

    [Theory]
    [InlineData("{\"no\":12}", "\"conversation_id\" holds a JSON object")]
    [InlineData("[12]", "\"conversation_id\" holds an array")]
    [InlineData("true", "\"conversation_id\" holds true or false (true)")]
    [InlineData("12.5", "\"conversation_id\" holds a number (12.5)")]
    public async Task An_id_of_another_kind_is_named(string json, string words)
    {
        await using var server = await EchoServer.StartAsync(Answer($$"""{"success":true,"conversation_id":{{json}}}"""));
        using var client = Clients.For(server.Url);

        var answer = await client.ChatAsync("t", "Hi", null, Cancellation);

        answer.Unreadable.Should().Be($"PropIQ answered 200 with a member of the wrong type: {words}");
    }

    [Fact]
    public async Task Every_id_of_the_contract_may_be_a_number()
    {
        await using var server = await EchoServer.StartAsync(Answer(
            """{"user":{"id":12},"access_token":"a","analysis_id":12,"conversation_id":12,"items":[{"analysis_id":12}],"ranking":[{"analysis_id":12}],"best_id":12}"""));
        using var client = Clients.For(server.Url);

        JsonId?[] ids =
        [
            (await client.LogInAsync("frank@x.test", "Secret12", Cancellation)).Value!.User!.Id,
            (await client.GetAnalysisAsync("t", "a", Cancellation)).Value!.AnalysisId,
            (await client.ChatAsync("t", "Hi", null, Cancellation)).Value!.ConversationId,
            (await client.GetHistoryAsync("t", null, null, Cancellation)).Value!.Items![0].AnalysisId,
            (await client.CompareAsync("t", [], Cancellation)).Value!.Ranking![0].AnalysisId,
            (await client.CompareAsync("t", [], Cancellation)).Value!.BestId,
        ];

        ids.Should().OnlyContain(id => id == Number);
    }

    [Theory]
    [InlineData(MemberNaming.Snake, """{"property_ids":[12,"12"]}""", """{"format":"csv","analysis_ids":[12,"12"]}""", """{"message":"Hi","conversation_id":12}""")]
    [InlineData(MemberNaming.Camel, """{"propertyIds":[12,"12"]}""", """{"format":"csv","analysisIds":[12,"12"]}""", """{"message":"Hi","conversationId":12}""")]
    public async Task An_id_goes_back_as_it_came(MemberNaming naming, string compared, string exported, string said)
    {
        await using var server = await EchoServer.StartAsync();
        using var client = new PropIqClient(new ClientOptions(server.Url) { Wire = new WireFormat { Naming = naming } });

        await client.CompareAsync("t", [Number, Text], Cancellation);
        await client.ExportAsync("t", new ExportOrder("csv", AnalysisIds: [Number, Text]), Cancellation);
        await client.ChatAsync("t", "Hi", Number, Cancellation);
        await client.GetAnalysisAsync("t", Number, Cancellation);
        await client.GetConversationAsync("t", Number, Cancellation);

        server.Requests.Take(3).Select(request => request.Body).Should().Equal(compared, exported, said);
        server.Requests.Skip(3).Select(request => request.Target).Should().Equal("/propiq/analyses/12", "/support/history/12");
    }

    [Fact]
    public void Text_is_never_taken_for_a_number()
    {
        Text.Should().NotBe(Number);
        ((JsonId?)"12").Should().Be(Text);
        ((JsonId?)(string?)null).Should().BeNull();
        $"{Text} or {Number}".Should().Be("\"12\" or 12");
        JsonSerializer.Serialize(new { ids = new[] { Text, Number, null } }).Should().Be("""{"ids":["12",12,null]}""");
    }

    [Theory]
    [InlineData("\"1.4\"", "1.4")]
    [InlineData("1.0", "1.0")]
    [InlineData("1", "1")]
    public async Task Versions_are_text_or_numbers(string json, string version)
    {
        await using var server = await EchoServer.StartAsync(Answer($$"""{"status":"ok","version":{{json}},"contract_version":{{json}}}"""));
        using var client = Clients.For(server.Url);

        var health = (await client.GetHealthAsync(Cancellation)).Value!;

        (health.Version, health.ContractVersion).Should().Be((version, version));
    }

    [Fact]
    public async Task A_version_of_another_kind_is_named()
    {
        await using var server = await EchoServer.StartAsync(Answer("""{"status":"ok","contract_version":[1]}"""));
        using var client = Clients.For(server.Url);

        (await client.GetHealthAsync(Cancellation)).Unreadable.Should()
            .Be("PropIQ answered 200 with a member of the wrong type: \"contract_version\" holds an array");
    }

    private static Func<HttpContext, Task> Answer(string json) => context => context.Response.WriteAsync(json);
}
