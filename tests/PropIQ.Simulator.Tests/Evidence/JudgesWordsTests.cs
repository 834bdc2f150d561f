using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Expectations;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

/// <summary>What the judge says, word by word: it stands in reports.</summary>
public sealed class JudgesWordsTests
{
    private static readonly CallRecord Fine = Story.Analysed(Story.Property());

    [Fact]
    public void A_refusal_is_told_with_its_code_and_reason() => Assert.Equal(
        "200 was expected; PropIQ answered 429 usage_limit_reached, \"Slow down\".",
        Complaint(Expect(200), Story.Refused(429, "usage_limit_reached", detail: "Slow down")));

    [Fact]
    public void A_refusal_that_gives_neither_is_told_by_its_status()
    {
        var refused = Story.Refused(400, "bad");

        Assert.Equal("200 was expected; PropIQ answered 400.", Complaint(Expect(200), refused with { Problem = refused.Problem! with { Code = null } }));
    }

    [Fact]
    public void One_of_several_is_told_with_its_place() =>
        Assert.Equal("200 or 201 was expected; PropIQ answered 503 ai_unavailable. (item 2 of 2)", Complaint(Expect(200, 201), Fine, Story.Refused(503, "ai_unavailable")));

    [Fact]
    public void Another_success_is_told_by_its_status() => Assert.Equal("201 was expected; PropIQ answered 200.", Complaint(Expect(201), Fine));

    [Fact]
    public void What_cannot_be_read_is_told_as_it_was_found()
    {
        Assert.Equal("an empty body.", Complaint(Expect(200), Story.Answered("/", null, unreadable: "an empty body")));
        Assert.Equal("201 was expected; an empty body.", Complaint(Expect(201), Story.Answered("/", null, unreadable: "an empty body")));
    }

    [Fact]
    public void No_answer_is_told_with_its_reason_where_there_is_one()
    {
        Assert.Equal("200 was expected; the connection broke.", Complaint(Expect(200), Story.Answered("/", null, status: 0, unreadable: "the connection broke")));
        Assert.Equal("200 was expected; there was no answer.", Complaint(Expect(200), Story.Answered("/", null, status: 0)));
    }

    [Fact]
    public void A_success_that_lacks_something_is_told_with_it() =>
        Assert.Equal("PropIQ answered 200, but without an access token.", Complaint(Expect(200), Story.Answered("/auth/login", new Tokens(null, null, null, null, null))));

    [Fact]
    public void A_refusal_that_was_wanted_may_be_as_it_likes()
    {
        Assert.Empty(Complaints(Expect(400), Story.Refused(400, "bad") with { Unreadable = "HTML where JSON was expected" }));
        Assert.Empty(Complaints(Expect(400), Story.Refused(400, "bad") with { Value = new Tokens(null, null, null, null, null) }));
    }

    [Fact]
    public void A_message_may_be_in_any_of_the_answers()
    {
        var expected = Expect(200, 429) with { Message = "SLOW down" };

        Assert.Empty(Complaints(expected, Story.Refused(429, "rate_limited", detail: "Slow down, please"), Fine));
        Assert.Empty(Complaints(expected));
        Assert.Equal("\"SLOW down\" was expected to be said; PropIQ answered 200.", Complaint(expected, Fine));
    }

    [Fact]
    public void A_message_may_be_a_title_a_warning_or_a_reply_as_well()
    {
        var refused = Story.Refused(429, "rate_limited");

        Assert.Empty(Complaints(Expect(429) with { Message = "Too many" }, refused with { Problem = refused.Problem! with { Title = "Too many requests" } }));
        Assert.Empty(Complaints(Expect(200) with { Message = "4 of 5" }, Warned("4 of 5 used")));
        Assert.Empty(Complaints(Expect(200) with { Message = "hello" }, Story.Answered("/support/chat", new ChatReply(true, "c1", "?", "Hello!", null, null))));
    }

    [Fact]
    public void A_warning_may_be_in_any_of_the_answers_and_the_last_one_is_told()
    {
        var expected = Expect(200) with { Warning = "4 of 5" };

        Assert.Empty(Complaints(expected, Warned("4 OF 5 used"), Fine));
        Assert.Equal("the warning \"4 of 5\" was expected; there was none.", Complaint(expected, Fine));
        Assert.Equal("the warning \"4 of 5\" was expected; the last one was \"3 of 5 used\".", Complaint(expected, Warned("2 of 5 used"), Warned("3 of 5 used"), Fine));
    }

    [Fact]
    public void A_plan_may_be_in_any_of_the_answers_and_the_last_one_is_told()
    {
        var expected = Expect(200) with { Tier = "elite" };

        Assert.Empty(Complaints(expected, Story.Subscribed("elite"), Fine));
        Assert.Equal("the plan elite was expected; PropIQ named none.", Complaint(expected, Fine));
        Assert.Equal("the plan elite was expected; PropIQ named pro.", Complaint(expected, Story.Subscribed("free"), Story.Subscribed("pro"), Fine));
    }

    [Fact]
    public void What_a_target_says_is_one_line_of_bearable_length()
    {
        Assert.Equal("200 was expected; PropIQ answered 400 a b, \"c  d\".", Complaint(Expect(200), Story.Refused(400, "a\tb", detail: "c\r\nd")));
        Assert.EndsWith($", \"{new string('x', 300)}\".", Complaint(Expect(200), Story.Refused(400, "bad", detail: new string('x', 300))), StringComparison.Ordinal);
        Assert.EndsWith($", \"{new string('x', 300)}…\".", Complaint(Expect(200), Story.Refused(400, "bad", detail: new string('x', 301))), StringComparison.Ordinal);
    }

    [Fact]
    public void All_must_be_refused_for_a_refusal()
    {
        Assert.True(Judge.WasRefusal([Story.Refused(400, "bad"), Story.Refused(503, "ai_unavailable")]));
        Assert.False(Judge.WasRefusal([Story.Refused(400, "bad"), Fine]));
        Assert.False(Judge.WasRefusal([Story.Answered("/", null, status: 399)]));
        Assert.False(Judge.WasRefusal([]));
    }

    private static CallRecord Warned(string warning) => Story.Analysed(Story.Property(), made => made with { Warning = warning });

    private static ExpectedAnswer Expect(params int[] statuses) => new(statuses, null, null, null);

    private static string Complaint(ExpectedAnswer expected, params CallRecord[] judged) => Assert.Single(Complaints(expected, judged));

    private static IReadOnlyList<string> Complaints(ExpectedAnswer expected, params CallRecord[] judged) => Judge.Complaints(expected, new UnknownAction(), judged);
}
