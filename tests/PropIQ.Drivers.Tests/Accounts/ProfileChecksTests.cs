using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Accounts;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Accounts;

public sealed class ProfileChecksTests : IDisposable
{
    private readonly MadeUpStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    private ProfileChecks Checks => stage.Profile;

    private Profile Newcomer => new("u-1", Paula.Email, "Paula", "Simulated", "free", "none", null, new Usage(0, 5, 5, Made.Then));

    [Fact]
    public async Task Used_of_limit_and_what_is_left_agree()
    {
        await Verdicts.HoldsAsync(() => UsedAsync(3, 5, 2));
        await Verdicts.FailsAsync(() => UsedAsync(2, 5, 3), "Paula's profile should say 3 of 5 analyses used, but says 2 of 5");
        await Verdicts.FailsAsync(() => UsedAsync(3, 6, 3), "Paula's profile should say 3 of 5 analyses used, but says 3 of 6");
        await Verdicts.FailsAsync(() => UsedAsync(3, 5, 3), "Paula's profile should say 2 analyses left, but says 3");
        await Verdicts.FailsAsync(() => UsedAsync(null, 5, 3), "Paula's profile should say 3 of 5 analyses used, but says  of 5");
    }

    [Fact]
    public async Task Who_has_used_more_than_there_are_has_none_left()
    {
        Shows(Newcomer with { Usage = new Usage(40, 30, 0, Made.Then) });
        await Verdicts.HoldsAsync(() => Checks.ShouldSayUsedAsync(Paula, 40, 30, Cancellation));
        Shows(Newcomer with { Usage = new Usage(40, 30, -10, Made.Then) });
        await Verdicts.FailsAsync(() => Checks.ShouldSayUsedAsync(Paula, 40, 30, Cancellation), "Paula's profile should say 0 analyses left, but says -10");
    }

    [Fact]
    public async Task What_is_used_is_said_whatever_the_limit()
    {
        await JudgeAsync(Newcomer, () => Checks.ShouldSayUsedAsync(Paula, 0, Cancellation));
        await JudgeAsync(Newcomer, () => Checks.ShouldSayUsedAsync(Paula, 1, Cancellation), "Paula should have used 1 analyses, but the profile says 0");
        await JudgeAsync(Newcomer with { Usage = null }, () => Checks.ShouldSayUsedAsync(Paula, 0, Cancellation), "PropIQ's answer should give the analyses used, but does not");
        await JudgeAsync(Newcomer with { Usage = null }, () => Checks.ShouldSayUsedAsync(Paula, 0, 5, Cancellation), "PropIQ's answer should give the analyses used, but does not");
    }

    [Fact]
    public async Task A_name_is_the_full_name_at_the_own_address()
    {
        Task Named() => Checks.ShouldNameAsync(Paula, "Paula Simulated", Cancellation);

        await JudgeAsync(Newcomer, Named);
        await JudgeAsync(Newcomer with { LastName = null }, Named, $"Paula's profile should name Paula Simulated at {Paula.Email}, but names Paula  at {Paula.Email}");
        await JudgeAsync(Newcomer with { Email = "p@x" }, Named, $"Paula's profile should name Paula Simulated at {Paula.Email}, but names Paula Simulated at p@x");
    }

    [Fact]
    public async Task A_plan_comes_with_its_limit()
    {
        Task OnFree() => Checks.ShouldBeOnAsync(Paula, PlanTable.Contract.Free, Cancellation);

        await JudgeAsync(Newcomer, OnFree);
        await JudgeAsync(Newcomer with { Tier = "pro" }, OnFree, "Paula should be on Free, but is on pro");
        await JudgeAsync(Newcomer with { Usage = null }, OnFree, "Paula on Free should have 5 analyses a month, but has ");
        await JudgeAsync(Newcomer with { Usage = new Usage(0, 60, 60, null) }, OnFree, "Paula on Free should have 5 analyses a month, but has 60");
        Shows(Newcomer);
        (await Checks.PlanAsync(Paula, Cancellation)).Should().Be("free");
        await JudgeAsync(Newcomer with { Tier = null }, () => Checks.PlanAsync(Paula, Cancellation), "PropIQ's answer should give the plan, but does not");
    }

    [Fact]
    public async Task A_newcomer_owes_and_owns_nothing()
    {
        Task Newcomers() => Checks.ShouldBeANewcomersAsync(Paula, Cancellation);
        Paula.UserId = "u-1";

        await JudgeAsync(Newcomer with { Email = Paula.Email.ToUpperInvariant() }, Newcomers);
        await JudgeAsync(Newcomer with { Id = "u-2" }, Newcomers, "The profile should be Paula's, with the id \"u-1\", but has \"u-2\"");
        await JudgeAsync(Newcomer with { Email = "p@x" }, Newcomers, $"The profile's e-mail should be {Paula.Email}, but is p@x");
        await JudgeAsync(Newcomer with { FirstName = "Frank" }, Newcomers, "The profile should be of Paula Simulated, but is of Frank Simulated");
        await JudgeAsync(Newcomer with { LastName = null }, Newcomers, "The profile should be of Paula Simulated, but is of Paula ");
        await JudgeAsync(Newcomer with { SubscriptionStatus = "active" }, Newcomers, "Paula should have no subscription yet, but it is active");
        await JudgeAsync(Newcomer with { LastPaymentError = "card_declined" }, Newcomers, "Paula should have no failed payment yet, but reads card_declined");
        await JudgeAsync(Newcomer with { Tier = null }, Newcomers, "PropIQ's answer to look at the own profile should give the tier, but does not");
    }

    [Fact]
    public async Task A_subscription_stands_where_it_is_said_to()
    {
        await JudgeAsync(Newcomer, () => Checks.SubscriptionShouldBeAsync(Paula, "none", Cancellation));
        await JudgeAsync(Newcomer, () => Checks.SubscriptionShouldBeAsync(Paula, "active", Cancellation), "Paula's subscription should be active, but is none");
    }

    [Fact]
    public async Task A_failed_payment_is_told_with_its_reason()
    {
        Task Failed() => Checks.ShouldShowPaymentErrorAsync(Paula, "insufficient_funds", Cancellation);
        Task None() => Checks.ShouldShowNoPaymentErrorAsync(Paula, Cancellation);
        var declined = Newcomer with { LastPaymentError = "Declined: Insufficient funds." };

        await JudgeAsync(declined, Failed);
        await JudgeAsync(Newcomer with { LastPaymentError = "insufficient_funds" }, Failed);
        await JudgeAsync(Newcomer with { LastPaymentError = "expired_card" }, Failed, "Paula's profile should tell that the payment failed for insufficient_funds, but says expired_card");
        await JudgeAsync(Newcomer, Failed, "Paula's profile should tell that the payment failed for insufficient_funds, but says nothing");
        await JudgeAsync(Newcomer, None);
        await JudgeAsync(declined, None, "Paula's profile should tell of no failed payment, but says Declined: Insufficient funds.");
    }

    [Fact]
    public async Task An_allowance_starts_anew_at_a_moment()
    {
        await JudgeAsync(Newcomer, () => Checks.ShouldResetAtAsync(Paula, Made.Then, Cancellation));
        await JudgeAsync(
            Newcomer,
            () => Checks.ShouldResetAtAsync(Paula, Made.Then.AddSeconds(1), Cancellation),
            "Paula's allowance should start anew at 2030-03-15 12:00:01Z, but the profile says 2030-03-15 12:00:00Z");
        await JudgeAsync(Newcomer with { Usage = null }, () => Checks.ShouldResetAtAsync(Paula, Made.Then, Cancellation), "PropIQ's answer should give the analyses used, but does not");
    }

    [Fact]
    public async Task On_Free_it_starts_anew_with_the_month()
    {
        var today = DateTimeOffset.UtcNow;
        var first = new DateTimeOffset(today.Year, today.Month, 1, 0, 0, 0, TimeSpan.Zero).AddMonths(1);

        Task Monthly() => Checks.ShouldResetWithTheMonthAsync(Paula, Cancellation);

        await JudgeAsync(Newcomer with { Usage = new Usage(0, 5, 5, first) }, Monthly);
        await JudgeAsync(
            Newcomer with { Usage = new Usage(0, 5, 5, first.AddMonths(-1)) }, Monthly, $"Paula's allowance should start anew at {first:u}, but the profile says {first.AddMonths(-1):u}");
    }

    public void Dispose() => stage.Dispose();

    private Task UsedAsync(int? used, int limit, int remaining)
    {
        Shows(Newcomer with { Usage = new Usage(used, limit, remaining, Made.Then) });
        return Checks.ShouldSayUsedAsync(Paula, 3, 5, Cancellation);
    }

    private Task JudgeAsync(Profile profile, Func<Task> check, string? sentence = null)
    {
        Shows(profile);
        return sentence is null ? Verdicts.HoldsAsync(check) : Verdicts.FailsAsync(check, sentence);
    }

    private void Shows(Profile profile) => stage.PropIq.Answers("GET /auth/me", profile);
}
