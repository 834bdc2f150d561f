using PropIQ.Client.Contract;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

public sealed class PlanChangeChecksTests : IDisposable
{
    private static readonly StripeSubscription Held = new("sub_1", "cus_1", "pro", "active", Made.Then.AddMonths(-1), Made.Then, false);
    private static readonly StripeCall Marked = new("POST", "/v1/subscriptions/sub_1", new Dictionary<string, string>(), "mark", 200, Made.Then);
    private readonly MadeUpStage stage = new();
    private readonly PlanChangeChecks checks;

    public PlanChangeChecksTests()
    {
        checks = new PlanChangeChecks(stage.Checkout, stage.Profile, new StripeDriver(stage.Target));
        stage.PropIq.Answers("GET /auth/me", Made.Profile());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public void A_change_comes_to_what_it_says()
    {
        Changed("confirmation_required");

        Verdicts.Holds(() => checks.ShouldBe(Paula, "confirmation_required"));
        Verdicts.Fails(() => checks.ShouldBe(Paula, "changed"), "Paula's change of plan should be changed, but is confirmation required");
        Verdicts.Fails(() => checks.ShouldBeMade(Paula), "Paula's change of plan should be changed, but is confirmation required");
        Changed(null);
        Verdicts.Fails(() => checks.ShouldBe(Paula, "changed"), "PropIQ's answer to move should give the status, but does not");
    }

    [Fact]
    public void A_move_that_is_made_warns_of_nothing()
    {
        Verdicts.Holds(() => checks.ShouldBeMade(Changed("changed")));
        Verdicts.Holds(() => checks.ShouldBeMade(Changed("changed", null)));
        Verdicts.Fails(() => checks.ShouldBeMade(Changed("changed", "A", "B")), "Paula should be warned of nothing once the move is made, but reads \"A; B\"");
    }

    [Fact]
    public void One_warning_names_all_the_numbers()
    {
        Changed("confirmation_required", "Exports will stop.", "You have used 45 of 30 analyses.");

        Verdicts.Holds(() => checks.ShouldWarnOf(Paula, 45, 30));
        Verdicts.Fails(() => checks.ShouldWarnOf(Paula, 45, 60), "Paula should be warned of 45 and 60, but reads \"Exports will stop.; You have used 45 of 30 analyses.\"");
        Verdicts.Fails(() => checks.ShouldWarnOf(Paula, 4), "Paula should be warned of 4, but reads \"Exports will stop.; You have used 45 of 30 analyses.\"");
        Verdicts.Fails(() => checks.ShouldWarnOf(Paula, 5), "Paula should be warned of 5, but reads \"Exports will stop.; You have used 45 of 30 analyses.\"");
        Verdicts.Fails(() => checks.ShouldWarnOf(Changed("changed", "45"), 45), "Paula's change of plan should be confirmation required, but is changed");
        Verdicts.Fails(() => checks.ShouldWarnOf(Changed("confirmation_required", null), 45), "PropIQ's answer should give the warnings, but does not");
    }

    [Fact]
    public void A_warning_speaks_of_exports()
    {
        Verdicts.Holds(() => checks.ShouldWarnOfExports(Changed("confirmation_required", "A", "EXPORTS will stop.")));
        Verdicts.Fails(() => checks.ShouldWarnOfExports(Changed("confirmation_required", "A", "B")), "Paula should be warned that exports will stop, but reads \"A; B\"");
    }

    [Theory]
    [InlineData("20 analyses will hide.")]
    [InlineData("20 analyses will be HIDDEN.")]
    [InlineData("We are hiding 20 analyses.")]
    public void What_is_not_hidden_is_not_warned_of(string warning)
    {
        Verdicts.Holds(() => checks.ShouldNotWarnOfHidden(Changed("confirmation_required", "Exports will stop.")));
        Verdicts.Fails(
            () => checks.ShouldNotWarnOfHidden(Changed("confirmation_required", "A", warning)), $"Paula should not be warned of hidden analyses, but reads \"A; {warning}\"");
    }

    [Fact]
    public async Task Until_it_is_confirmed_nothing_is_ordered()
    {
        const string held = "Paula's subscription at Stripe should go on to pro until a move is confirmed, but is to ";
        const string shown = "Paula should be shown a subscription to pro that goes on, but is shown ";
        await Verdicts.HoldsAsync(() => NothingOrderedAsync(Held, Shown()));
        await Verdicts.FailsAsync(() => NothingOrderedAsync(Held with { Tier = "starter" }, Shown()), held + "starter");
        await Verdicts.FailsAsync(() => NothingOrderedAsync(Held with { CancelAtPeriodEnd = true }, Shown()), held + "pro and ends with its month");
        await Verdicts.FailsAsync(() => NothingOrderedAsync(Held, Shown() with { Tier = "starter" }), shown + "starter with no end");
        await Verdicts.FailsAsync(() => NothingOrderedAsync(Held, Shown(ends: true)), shown + "pro with an end");
        await Verdicts.FailsAsync(() => NothingOrderedAsync(Held, Shown() with { CancelAtPeriodEnd = null }), shown + "pro with an end");
    }

    [Fact]
    public async Task A_move_to_Free_is_made_when_the_month_ends_and_Stripe_knows()
    {
        var ending = Held with { CancelAtPeriodEnd = true };
        Changed("scheduled");

        await Verdicts.HoldsAsync(() => ScheduledAsync(ending, Shown(ends: true), Marked));
        await Verdicts.FailsAsync(() => ScheduledAsync(Held, Shown(ends: true), Marked), "Stripe should end Paula's subscription with its month, but will renew it");
        await Verdicts.FailsAsync(
            () => ScheduledAsync(ending, Shown(ends: true), Marked with { IdempotencyKey = " " }),
            "Each order at Stripe for Paula should be marked against repetition, but one to /v1/subscriptions/sub_1 is not");
        await Verdicts.FailsAsync(
            () => ScheduledAsync(ending, Shown(), Marked), "Paula should be shown that the subscription ends at 2030-03-15 12:00:00Z, but is shown no end at 2030-03-15 12:00:00Z");
        Changed("changed");
        await Verdicts.FailsAsync(() => ScheduledAsync(ending, Shown(ends: true), Marked), "Paula's change of plan should be scheduled, but is changed");
    }

    [Fact]
    public async Task The_month_is_shown_as_Stripe_has_it()
    {
        const string sentence = "Paula should be shown that the subscription goes on at 2030-03-15 12:00:00Z, but is shown ";
        await Verdicts.HoldsAsync(() => EndAsync(Shown()));
        await Verdicts.FailsAsync(() => EndAsync(Shown(ends: true)), sentence + "an end at 2030-03-15 12:00:00Z");
        await Verdicts.FailsAsync(() => EndAsync(Shown() with { CurrentPeriodEnd = Made.Then.AddSeconds(1) }), sentence + "no end at 2030-03-15 12:00:01Z");
        await Verdicts.FailsAsync(() => EndAsync(Shown() with { CurrentPeriodEnd = null }), sentence + "no end at ");
    }

    public void Dispose() => stage.Dispose();

    private static Subscription Shown(bool ends = false) => new("pro", "active", Made.Then, ends);

    private Actor Changed(string? status, params string[]? warnings) => Paula.Having(Made.Worked(new PlanChange(status, warnings), "move"));

    private Task NothingOrderedAsync(StripeSubscription held, Subscription shown)
    {
        Hold(held, shown);
        return checks.NothingShouldBeOrderedAsync(Paula, Cancellation);
    }

    private Task ScheduledAsync(StripeSubscription held, Subscription shown, StripeCall call)
    {
        Hold(held, shown);
        stage.Stripe.Calls = [call];
        return checks.ShouldBeScheduledAsync(Paula, Cancellation);
    }

    private Task EndAsync(Subscription shown)
    {
        Hold(Held, shown);
        return checks.EndShouldBeShownAsync(Paula, false, Cancellation);
    }

    private void Hold(StripeSubscription held, Subscription shown)
    {
        stage.Stripe.Customer = new StripeCustomer("cus_1", Paula.Email, [held], []);
        stage.PropIq.Answers("GET /stripe/subscription", shown);
    }
}
