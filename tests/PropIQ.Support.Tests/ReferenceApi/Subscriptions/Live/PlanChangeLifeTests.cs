using FluentAssertions;
using PropIQ.Mocks.Stripe;
using PropIQ.Support.Tests.Sandbox;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions.Live;

/// <summary>Changes of plan against a running host and the mock Stripe.</summary>
public sealed class PlanChangeLifeTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_way_to_free_is_asked_about_then_scheduled_then_gone()
    {
        using var ben = await OnAsync("pro", 37);

        var asked = await ben.AskForAsync("free");
        asked.Value!.Status.Should().Be("confirmation_required");
        asked.Value.Warnings.Should().Equal("27 analyses will be hidden", "Exports will stop", "You have used 37 of the new limit of 5");
        (await ben.SubscriptionAsync()).CancelAtPeriodEnd.Should().BeFalse();
        (await ben.AtStripeAsync())!.Subscriptions.Single().CancelAtPeriodEnd.Should().BeFalse();

        (await ben.AskForAsync("free", confirm: true)).Value!.Status.Should().Be("scheduled");
        (await ben.SubscriptionAsync()).Should().BeEquivalentTo(new { Tier = "pro", Status = "active", CancelAtPeriodEnd = true });
        (await ben.AtStripeAsync())!.Subscriptions.Single().CancelAtPeriodEnd.Should().BeTrue();

        await ben.Stripe.RenewAsync(ben.Seeded!.Id, null, Cancelled);
        var profile = await ben.ProfileAsync();
        (profile.Tier, profile.SubscriptionStatus, profile.Usage!.Used).Should().Be(("free", "canceled", 37));
    }

    [Fact]
    public async Task A_smaller_plan_is_changed_at_once_and_back_again()
    {
        using var paula = await OnAsync("elite", 61);

        (await paula.AskForAsync("pro")).Value!.Warnings.Should().Equal("You have used 61 of the new limit of 60");
        (await paula.AskForAsync("pro", confirm: true)).Value!.Status.Should().Be("changed");
        (await paula.ProfileAsync()).Usage.Should().BeEquivalentTo(new { Used = 61, Limit = 60, Remaining = 0 });
        (await paula.AtStripeAsync())!.Subscriptions.Single().Tier.Should().Be("pro");

        (await paula.AskForAsync("elite")).Value!.Should().BeEquivalentTo(new { Status = "changed", Warnings = (string[]?)null });
        (await paula.AskForAsync("pro", confirm: true)).Value!.Status.Should().Be("changed");
        (await paula.AskForAsync("elite")).Value!.Status.Should().Be("changed");
        (await paula.AtStripeAsync())!.Subscriptions.Single().Should().BeEquivalentTo(new { Tier = "elite", paula.Seeded!.CurrentPeriodEnd });
        (await paula.ProfileAsync()).Tier.Should().Be("elite");
    }

    [Fact]
    public async Task Whoever_moves_to_another_paid_plan_stays()
    {
        using var paula = await OnAsync("pro", 0);
        await paula.AskForAsync("free", confirm: true);

        (await paula.AskForAsync("elite")).Value!.Status.Should().Be("changed");

        (await paula.SubscriptionAsync()).Should().BeEquivalentTo(new { Tier = "elite", Status = "active", CancelAtPeriodEnd = false });
        (await paula.AtStripeAsync())!.Subscriptions.Single().CancelAtPeriodEnd.Should().BeFalse();
    }

    [Theory]
    [InlineData("free", "free", 409, "already_on_tier")]
    [InlineData("free", "pro", 409, "checkout_required")]
    [InlineData("pro", "pro", 409, "already_on_tier")]
    [InlineData("pro", "gold", 422, "unknown_tier")]
    public async Task What_cannot_be_is_refused(string from, string to, int status, string code)
    {
        using var rita = await OnAsync(from, 0);

        var answer = await rita.AskForAsync(to, confirm: true);

        (answer.Status, answer.Problem!.Code).Should().Be((status, code));
    }

    [Fact]
    public async Task Stripes_failing_changes_nothing_and_passes()
    {
        using var rita = await OnAsync("pro", 0);
        await rita.Stripe.FailCallsAsync(rita.Email, null, Cancelled);

        var refused = await rita.AskForAsync("elite");
        (await rita.ProfileAsync()).Tier.Should().Be("pro");
        await rita.Stripe.HealAsync(rita.Email, Cancelled);

        (refused.Status, refused.Problem!.Code).Should().Be((503, "payments_unavailable"));
        (await rita.AskForAsync("elite")).Value!.Status.Should().Be("changed");
    }

    private async Task<Subscriber> OnAsync(string tier, int used) =>
        await Subscriber.OnAsync(await (await sandbox.WorldAsync()).SharedHost, tier, used);
}
