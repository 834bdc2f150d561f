using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

/// <summary>Whether profile and subscription agree on where a plan stands.</summary>
public sealed class StandingChecksTests : IDisposable
{
    private static readonly PromisedPlan Pro = PlanTable.Contract.Named("Pro");
    private readonly MadeUpStage stage = new();
    private readonly CheckoutChecks checks;

    public StandingChecksTests() => checks = new CheckoutChecks(stage.Checkout, stage.Profile, stage.Time, stage.Cast, PlanTable.Contract);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Profile_and_subscription_agree_on_status_and_plan()
    {
        await Verdicts.HoldsAsync(() => StandingAsync(Made.Profile("pro", "past_due"), new Subscription("pro", "past_due", Made.Then, false)));
        await Fails(Made.Profile("pro", "active"), new Subscription("pro", "past_due", Made.Then, false), "Paula's subscription should be past_due, but is active");
        await Fails(Made.Profile("pro", "past_due"), new Subscription("pro", "in_limbo", Made.Then, false), "Paula's subscription should be past due, but is in limbo");
        await Fails(Made.Profile("pro", "past_due"), new Subscription("pro", null, Made.Then, false), "Paula's subscription should be past due, but is nothing");
        await Fails(Made.Profile("pro", "past_due"), new Subscription("elite", "past_due", Made.Then, false), "Paula's subscription should be to pro, as the profile says, but is to elite");
        await Fails(Made.Profile("pro", "past_due"), new Subscription(null, "past_due", Made.Then, false), "Paula's subscription should be to pro, as the profile says, but is to none");
    }

    [Fact]
    public async Task Who_has_none_is_shown_Free_without_an_end()
    {
        await Verdicts.HoldsAsync(() => NoneAsync("free", new Subscription("free", "none", null, false)));
        await Verdicts.FailsAsync(() => NoneAsync("free", new Subscription("free", "active", null, false)), "Paula's subscription should be none, but is active");
        await Verdicts.FailsAsync(() => NoneAsync("pro", new Subscription("pro", "none", null, false)), "Paula should be shown Free without an end, but is shown pro until ");
        await Verdicts.FailsAsync(
            () => NoneAsync("free", new Subscription("free", "none", Made.Then, false)), "Paula should be shown Free without an end, but is shown free until 2030-03-15 12:00:00Z");
        await Verdicts.FailsAsync(() => NoneAsync("free", new Subscription("free", "none", null, true)), "Paula should be shown Free without an end, but is shown free until ");
        await Verdicts.FailsAsync(
            () => NoneAsync("free", new Subscription("free", "none", null, null)), "PropIQ's answer to look at the subscription should give the cancel at period end, but does not");
    }

    [Fact]
    public async Task Who_has_just_paid_has_a_month_after_which_the_allowance_starts_anew()
    {
        // Whole seconds, as they are shown, and some time for the test itself.
        var end = new DateTimeOffset(DateTimeOffset.UtcNow.AddMinutes(-2).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero).AddMonths(1);

        await Verdicts.HoldsAsync(() => MonthAsync(new Subscription("pro", "active", end, false), end));
        await Verdicts.FailsAsync(
            () => MonthAsync(new Subscription("pro", "active", end, false), end.AddSeconds(1)),
            $"Paula's allowance should start anew at {end:u}, but the profile says {end.AddSeconds(1):u}");
        await Verdicts.FailsAsync(() => MonthAsync(new Subscription("pro", "active", null, false), end), "PropIQ's answer should give the end of the month that is paid for, but does not");
        await Verdicts.FailsAsync(() => MonthAsync(new Subscription("pro", "past_due", end, false), end), "Paula's subscription should be active, but is past due");
    }

    [Fact]
    public async Task A_month_that_is_another_or_to_another_plan_or_the_last_is_none()
    {
        var end = DateTimeOffset.UtcNow.AddMonths(1).AddMinutes(-2);

        await NoMonthAsync(new Subscription("pro", "active", Made.Then, false), Pro);
        await NoMonthAsync(new Subscription("pro", "active", end, true), Pro);
        await NoMonthAsync(new Subscription("pro", "active", end, false), PlanTable.Contract.Named("Elite"));
    }

    [Fact]
    public void A_month_was_begun_less_than_five_minutes_ago()
    {
        var (tick, begun) = (TimeSpan.FromTicks(1), Made.Then.AddMonths(-1));

        CheckoutChecks.IsAMonthFrom(begun, Made.Then).Should().BeTrue();
        CheckoutChecks.IsAMonthFrom(begun - tick, Made.Then).Should().BeFalse();
        CheckoutChecks.IsAMonthFrom(begun.AddMinutes(5) - tick, Made.Then).Should().BeTrue();
        CheckoutChecks.IsAMonthFrom(begun.AddMinutes(5), Made.Then).Should().BeFalse();
    }

    public void Dispose() => stage.Dispose();

    private Task Fails(Profile profile, Subscription subscription, string sentence) => Verdicts.FailsAsync(() => StandingAsync(profile, subscription), sentence);

    private Task StandingAsync(Profile profile, Subscription subscription)
    {
        Shows(profile, subscription);
        return checks.StandingShouldBeAsync(stage.Paula, "past_due", Cancellation);
    }

    private Task NoneAsync(string tier, Subscription subscription)
    {
        Shows(Made.Profile(tier, "none"), subscription);
        return checks.ShouldHaveNoneAsync(stage.Paula, Cancellation);
    }

    private Task MonthAsync(Subscription subscription, DateTimeOffset resetsAt, PromisedPlan? plan = null)
    {
        Shows(Made.Profile(resetsAt: resetsAt), subscription);
        return checks.ShouldRunForAMonthAsync(stage.Paula, plan ?? Pro, Cancellation);
    }

    // The sentence names the present moment, which nobody knows before.
    private async Task NoMonthAsync(Subscription subscription, PromisedPlan plan) =>
        (await FluentActions.Awaiting(() => MonthAsync(subscription, subscription.CurrentPeriodEnd!.Value, plan)).Should().ThrowAsync<FluentAssertions.Execution.AssertionFailedException>())
            .WithMessage($"Paula's subscription should be to {plan} until *Z, but is to {subscription.Tier} until {subscription.CurrentPeriodEnd:u}");

    private void Shows(Profile profile, Subscription subscription)
    {
        stage.PropIq.Answers("GET /auth/me", profile);
        stage.PropIq.Answers("GET /stripe/subscription", subscription);
    }
}
