using PropIQ.Client.Contract;
using PropIQ.Simulator.Actions;
using PropIQ.Simulator.Expectations;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class JudgeTests
{
    [Fact]
    public void Without_an_expectation_the_contracts_success_is_expected()
    {
        Assert.Empty(Complaints(ExpectedAnswer.Success, Story.Analysed(Story.Property())));
        Assert.Contains("200 was expected", Assert.Single(Complaints(ExpectedAnswer.Success, Story.Refused(503, "ai_unavailable"))), StringComparison.Ordinal);
    }

    [Fact]
    public void One_failing_item_fails_the_batch()
    {
        var complaints = Complaints(Expect(200), Story.Analysed(Story.Property()), Story.Refused(429, "usage_limit_reached"), Story.Analysed(Story.Property()));

        Assert.Contains("(item 2 of 3)", Assert.Single(complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_success_with_an_empty_body_is_none() =>
        Assert.NotEmpty(Complaints(Expect(200), Story.Answered("/propiq/analyze", null, unreadable: "PropIQ answered 200 with an empty body where JSON was expected")));

    [Fact]
    public void A_success_without_its_members_is_none() =>
        Assert.Contains("without an access token", Assert.Single(Complaints(Expect(200), Story.Answered("/auth/login", new Tokens(null, null, null, null, null)))), StringComparison.Ordinal);

    [Fact]
    public void Any_of_several_statuses_will_do()
    {
        Assert.Empty(Complaints(Expect(200, 429), Story.Analysed(Story.Property()), Story.Refused(429, "rate_limited")));
        Assert.NotEmpty(Complaints(Expect(200, 429), Story.Refused(503, "ai_unavailable")));
    }

    [Fact]
    public void A_message_is_looked_for_in_the_refusal()
    {
        var expected = Expect(429) with { Message = "Usage limit reached" };

        Assert.Empty(Complaints(expected, Story.Refused(429, "usage_limit_reached", detail: "Usage limit reached")));
        Assert.NotEmpty(Complaints(expected, Story.Refused(429, "rate_limited", detail: "Slow down")));
    }

    [Fact]
    public void A_warning_is_looked_for_in_the_analyses()
    {
        var expected = Expect(200) with { Warning = "4 of 5 free analyses used" };

        Assert.Empty(Complaints(expected, Story.Analysed(Story.Property(), made => made with { Warning = "4 of 5 free analyses used" })));
        Assert.Contains("there was none", Assert.Single(Complaints(expected, Story.Analysed(Story.Property()))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_plan_is_what_propiq_names()
    {
        var expected = Expect(200) with { Tier = "elite" };

        Assert.Empty(Complaints(expected, Story.Subscribed("elite")));
        Assert.Contains("PropIQ named pro", Assert.Single(Complaints(expected, Story.Subscribed("pro"))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_contradiction_of_the_contract_is_noted()
    {
        Assert.Contains("clause 3.5", ContractNote.For([Story.Refused(429, "usage_limit_reached")]), StringComparison.Ordinal);
        Assert.Null(ContractNote.For([Story.Refused(503, "ai_unavailable")]));
        Assert.Null(ContractNote.For([Story.Refused(400, "usage_limit_reached")]));
    }

    private static ExpectedAnswer Expect(params int[] statuses) => new(statuses, null, null, null);

    private static IReadOnlyList<string> Complaints(ExpectedAnswer expected, params CallRecord[] judged) => Judge.Complaints(expected, new UnknownAction(), judged);
}
