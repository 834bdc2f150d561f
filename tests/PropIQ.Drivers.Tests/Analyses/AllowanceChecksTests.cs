using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Analyses;
using PropIQ.Drivers.Plans;
using Xunit;

namespace PropIQ.Drivers.Tests.Analyses;

public sealed class AllowanceChecksTests : IDisposable
{
    private static readonly PromisedPlan Starter = PlanTable.Contract.Named("Starter");
    private readonly MadeUpStage stage = new();
    private readonly AllowanceChecks checks;

    public AllowanceChecksTests()
    {
        checks = new AllowanceChecks(stage.Accounts);
        stage.PropIq.Answers("GET /auth/me", new Profile("u-1", "p@propiq.test", "Paula", "Free", "free", "none", null, new Usage(5, 5, 0, Made.Then)));
    }

    [Fact]
    public void The_plan_that_would_help_is_named()
    {
        Refused("""{"upgrade_to": "starter"}""");

        Verdicts.Holds(() => checks.ShouldPointToUpgrade(stage.Paula, Starter));
        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, PlanTable.Contract.Named("Pro")), "Paula should be pointed to Pro, but is pointed to starter");
        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, null), "Paula should be pointed to no plan, but is pointed to starter");
    }

    [Fact]
    public void Where_no_plan_would_help_that_is_said_too()
    {
        Refused("""{"upgrade_to": null}""");
        Verdicts.Holds(() => checks.ShouldPointToUpgrade(stage.Paula, null));
        Refused("{}");
        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, null), "Paula should be told which plan would help, but is not");
        Refused("""{"upgrade_to": ""}""");
        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, null), "Paula should be pointed to no plan, but is pointed to ");
    }

    [Fact]
    public void Where_one_would_help_it_is_not_left_out()
    {
        Refused("{}");
        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, Starter), "Paula should be told which plan would help, but is not");
        Refused("""{"upgrade_to": 69}""");
        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, Starter), "Paula should be pointed to Starter, but is pointed to 69");
    }

    [Fact]
    public void What_worked_is_no_refusal()
    {
        stage.Paula.Having(Made.Analysis());

        Verdicts.Fails(() => checks.ShouldPointToUpgrade(stage.Paula, null), "PropIQ's answer should give a refusal, but does not");
    }

    [Theory]
    [InlineData("""{"used": 5, "limit": 5, "remaining": 0, "resets_at": "2030-03-15T12:00:00Z"}""")]
    [InlineData("""{"used": 5.0, "limit": 5.0, "remaining": 0.0, "resets_at": "2030-03-15T12:00:00"}""")]
    [InlineData("""{"used": 5, "limit": 5, "remaining": 0, "resets_at": "2030-03-15T14:00:00+02:00"}""")]
    public Task All_is_used_and_the_count_starts_anew_as_the_profile_says(string usage)
    {
        Refused($$"""{"usage": {{usage}} }""");

        return Verdicts.HoldsAsync(() => UsedUpAsync());
    }

    [Theory]
    [InlineData("""{"used": 4, "limit": 5, "remaining": 0}""", "4 of 5 and 0")]
    [InlineData("""{"used": 5, "limit": 6, "remaining": 0}""", "5 of 6 and 0")]
    [InlineData("""{"used": 5, "limit": 5, "remaining": -1}""", "5 of 5 and -1")]
    [InlineData("""{"used": "5", "limit": 1e99, "remaining": null}""", " of  and ")]
    [InlineData("""{"limit": 5, "remaining": 0}""", " of 5 and 0")]
    [InlineData("[5, 5, 0]", " of  and ")]
    public Task Anything_else_is_not(string usage, string told)
    {
        Refused($$"""{"usage": {{usage}} }""");

        return Verdicts.FailsAsync(() => UsedUpAsync(), $"Paula should be told that 5 of 5 are used and none is left, but is told {told}");
    }

    [Theory]
    [InlineData("", "nothing of it")]
    [InlineData(", \"resets_at\": 1900000000", "nothing of it")]
    [InlineData(", \"resets_at\": \"soon\"", "nothing of it")]
    [InlineData(", \"resets_at\": \"2030-03-15T12:00:01Z\"", "2030-03-15 12:00:01Z")]
    public Task The_profile_and_the_refusal_say_one_moment(string resets, string told)
    {
        Refused($$"""{"usage": {"used": 5, "limit": 5, "remaining": 0{{resets}} } }""");

        return Verdicts.FailsAsync(() => UsedUpAsync(), $"Paula should be told that the count starts anew at 2030-03-15 12:00:00Z, but is told {told}");
    }

    [Fact]
    public Task How_much_is_used_is_not_left_out()
    {
        Refused("{}");

        return Verdicts.FailsAsync(() => UsedUpAsync(), "Paula should be told how much is used, but is not");
    }

    public void Dispose() => stage.Dispose();

    private Task UsedUpAsync() => checks.ShouldSayUsedUpAsync(stage.Paula, 5, 5, TestContext.Current.CancellationToken);

    private void Refused(string members) => stage.Paula.Having(Made.Refused<Analysis>(Made.Problem(429, "usage_limit_reached", members: members)));
}
