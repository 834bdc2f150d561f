using System.Text.Json;
using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Properties;
using Xunit;

namespace PropIQ.Drivers.Tests.Properties;

public sealed class TalkativeFormsTests : IDisposable
{
    private static readonly (string Path, string Gives)[] Calls =
    [
        ("/auth/login", "access_token"), ("/propiq/calculator", "monthly_payment"), ("/support/chat", "response"), ("/propiq/compare", "ranking"), ("/auth/refresh", "access_token"),
    ];

    private readonly MadeUpStage stage = new();
    private readonly TalkativeForms forms;

    public TalkativeFormsTests()
    {
        forms = new TalkativeForms(stage.Target, stage.Asking);
        stage.Paula.Having(Made.Analysis("a-0"), Made.Analysis("a-1"), Made.Analysis("a-2"));
        stage.Paula.Device.Session = new Tokens("access", "bearer", 3600, "refresh", null);
        foreach (var (path, gives) in Calls)
        {
            stage.PropIq.Answers($"POST {path}", $$"""{"{{gives}}": 1}""");
        }
    }

    [Fact]
    public async Task Each_form_says_what_is_asked_for_and_more()
    {
        await SendAsync();

        Verdicts.Holds(() => forms.EachShouldBeTaken(stage.Paula));
        stage.PropIq.Asked.Select(asked => asked.Call).Should().Equal(Calls.Select(call => $"POST {call.Path}"));
        stage.PropIq.Asked.Should().AllSatisfy(asked => asked.Body.Should().EndWith(""","newsletter":true,"app":{"version":"7.1","colours":["green",null]}}"""));
        string[] wishes =
        [
            $$"""{"email":{{JsonSerializer.Serialize(stage.Paula.Email)}},"password":"{{stage.Paula.Password}}",""",
            """{"purchase_price":300000,"down_payment_percent":20,"interest_rate":6,"monthly_rent":2500,""",
            """{"message":"Do you know me?",""",
            """{"property_ids":["a-1","a-2"],""",
            """{"refresh_token":"refresh",""",
        ];
        stage.PropIq.Asked.Zip(wishes).Should().AllSatisfy(pair => pair.First.Body.Should().StartWith(pair.Second));
    }

    [Fact]
    public async Task A_form_that_is_refused_is_told()
    {
        stage.PropIq.Answers("POST /propiq/compare", """{"code": "invalid_comparison", "detail": "What colours?"}""", 422);

        await SendAsync();

        Verdicts.Fails(
            () => forms.EachShouldBeTaken(stage.Paula),
            "Paula should be able to compare properties, whatever else the form says, but PropIQ refused: What colours? (invalid_comparison, 422)");
    }

    [Theory]
    [InlineData(0, "log in")]
    [InlineData(1, "calculate a deal")]
    [InlineData(2, "ask support")]
    [InlineData(3, "compare properties")]
    [InlineData(4, "renew the session")]
    public async Task An_answer_that_gives_nothing_is_none(int call, string what)
    {
        stage.PropIq.Answers($"POST {Calls[call].Path}", """{"ok": true}""");

        await SendAsync();

        Verdicts.Fails(() => forms.EachShouldBeTaken(stage.Paula), $"Paula should be able to {what}, whatever else the form says, but PropIQ's answer says nothing of it");
    }

    [Fact]
    public async Task Only_what_was_sent_last_counts()
    {
        Verdicts.Fails(() => forms.EachShouldBeTaken(stage.Paula), "Paula sent nothing");
        stage.PropIq.Answers("POST /support/chat", """{"ok": true}""");
        await SendAsync();
        stage.PropIq.Answers("POST /support/chat", """{"response": "Yes."}""");
        await SendAsync();

        Verdicts.Holds(() => forms.EachShouldBeTaken(stage.Paula));
    }

    [Fact]
    public async Task What_is_compared_has_to_be_analysed_first()
    {
        stage.Paula.Having(Made.Refused<Analysis>(Made.Problem(503, "ai_unavailable", "No AI"), "analyse"));

        await Verdicts.FailsAsync(SendAsync, "To analyse should have worked, but PropIQ refused: No AI (ai_unavailable, 503)");
    }

    public void Dispose() => stage.Dispose();

    private Task SendAsync() => forms.SendAsync(stage.Paula, TestContext.Current.CancellationToken);
}
