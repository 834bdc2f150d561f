using FluentAssertions;
using PropIQ.Client;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

public sealed class KnownRefusalTests
{
    private static readonly KnownRefusal Plain = new("the AI slept", 503, "ai_unavailable");
    private static readonly KnownRefusal Quoted = Plain with { Sentence = "The AI sleeps." };
    private static readonly KnownRefusal Patient = Plain with { SaysWhenToRetry = true };
    private static readonly Problem Given = Made.Problem(503, "ai_unavailable", "The AI sleeps.");

    [Fact]
    public void A_refusal_as_the_contract_has_it_is_given_back() => Outcome(Plain, Given).Should().BeSameAs(Given);

    [Fact]
    public void Where_the_contract_leaves_two_open_either_is_right()
    {
        var either = new KnownRefusal("nothing was said", 422, "invalid_message") { Or = Plain };

        Outcome(either, Given).Should().BeSameAs(Given);
        Verdicts.Holds(() => Outcome(either, Made.Problem(422, "invalid_message", "Say something.")));
        Fails(either, Given with { Status = 500 }, "Paula's attempt to analyse should have been refused because the AI slept, but PropIQ refused: The AI sleeps. (ai_unavailable, 500); expected ai_unavailable, 503");
        Fails(
            either,
            Given with { Code = "database_unavailable" },
            "Paula's attempt to analyse should have been refused because nothing was said, but PropIQ refused: The AI sleeps. (database_unavailable, 503); expected invalid_message, 422");
    }

    [Fact]
    public void What_worked_was_not_refused() => Verdicts.Fails(
        () => Plain.ShouldBeTheOutcomeOf("Paula", Made.Worked(Made.Analysis(), "analyse")),
        "Paula's attempt to analyse should have been refused because the AI slept, but PropIQ did it");

    [Theory]
    [InlineData(503, "database_unavailable")]
    [InlineData(500, "ai_unavailable")]
    [InlineData(503, null)]
    public void Code_and_status_both_count(int status, string? code) => Fails(
        Plain,
        Given with { Status = status, Code = code },
        $"Paula's attempt to analyse should have been refused because the AI slept, but PropIQ refused: The AI sleeps. ({code ?? "no code"}, {status}); expected ai_unavailable, 503");

    [Fact]
    public void A_quoted_sentence_is_read_word_for_word()
    {
        Verdicts.Holds(() => Outcome(Quoted, Given));
        Fails(Quoted, Given with { Detail = "The AI sleeps" }, "Paula should have read \"The AI sleeps.\" when refused to analyse, but reads \"The AI sleeps\"");
    }

    [Theory]
    [InlineData("application/problem+json; charset=utf-8")]
    [InlineData("Application/Problem+JSON")]
    public void Problem_details_may_say_their_type_in_any_way(string type) => Verdicts.Holds(() => Outcome(Plain, Given with { ContentType = type }));

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("text/html, application/problem+json", "text/html, application/problem+json")]
    [InlineData(null, "untyped")]
    public void Another_type_is_none_of_problem_details(string? type, string said) =>
        Fails(Plain, Given with { ContentType = type }, $"Paula's refusal to analyse should be machine-readable problem details, but is {said}");

    [Theory]
    [InlineData("00:00:00.0000001")]
    [InlineData("00:00:05")]
    [InlineData("01:00:00")]
    public void A_wait_may_be_up_to_an_hour(string wait) => Verdicts.Holds(() => Outcome(Patient, Given with { RetryAfter = TimeSpan.Parse(wait) }));

    [Theory]
    [InlineData(null, "nothing of it")]
    [InlineData("00:00:00", "00:00:00")]
    [InlineData("-00:00:01", "-00:00:01")]
    [InlineData("01:00:00.0000001", "01:00:00.0000001")]
    public void Whoever_is_to_try_again_is_told_when(string? wait, string said)
    {
        var problem = Given with { RetryAfter = wait is null ? null : TimeSpan.Parse(wait) };

        Fails(Patient, problem, $"Paula, refused because the AI slept, should be told when to try again, but is told {said}");
        Verdicts.Holds(() => Outcome(Plain, problem));
    }

    [Fact]
    public void The_body_repeats_the_status_that_the_answer_has() =>
        Fails(Plain, Given with { StatusRepeated = 502 }, "Paula's refusal to analyse should be of one status, but says 502 and is 503");

    [Theory]
    [InlineData(null, "Busy", 503, "no type, Busy, 503")]
    [InlineData("", "Busy", 503, ", Busy, 503")]
    [InlineData("about:blank", null, 503, "about:blank, no title, 503")]
    [InlineData("about:blank", "", 503, "about:blank, , 503")]
    [InlineData("about:blank", "Busy", null, "about:blank, Busy, no status")]
    public void Type_title_and_status_are_all_there(string? type, string? title, int? status, string said) => Fails(
        Plain,
        Given with { Type = type, Title = title, StatusRepeated = status },
        $"Paula's refusal to analyse should have a type, a title and a status, but has {said}");

    private static Problem Outcome(KnownRefusal refusal, Problem problem) => refusal.ShouldBeTheOutcomeOf("Paula", Made.Refused<Analysis>(problem, "analyse"));

    private static void Fails(KnownRefusal refusal, Problem problem, string sentence) => Verdicts.Fails(() => Outcome(refusal, problem), sentence);
}
