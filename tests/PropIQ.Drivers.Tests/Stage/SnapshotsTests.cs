using FluentAssertions;
using PropIQ.Client.Contract;
using PropIQ.Drivers.Stage;
using Xunit;

namespace PropIQ.Drivers.Tests.Stage;

public sealed class SnapshotsTests : IDisposable
{
    private static readonly Profile Profile = Made.Profile();
    private static readonly Subscription Subscription = new("pro", "active", Made.Then, false);
    private static readonly Analysis[] Kept = [Made.Analysis("a-2"), Made.Analysis("a-1")];
    private readonly MadeUpStage stage = new();
    private readonly Snapshots snapshots;

    public SnapshotsTests() => snapshots = new Snapshots(stage.Accounts, stage.History, stage.Checkout);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task What_is_as_it_was_is_unchanged() => Verdicts.HoldsAsync(() => ThenAsync(Profile, Subscription, [.. Kept.Select(item => item with { Summary = null })]));

    [Fact]
    public async Task Each_fact_of_the_account_that_changes_is_told()
    {
        await ChangedAsync("the account was \"u-1\" and is \"u-2\"", Profile with { Id = "u-2" });
        await ChangedAsync("the e-mail was paula@propiq.test and is p@x", Profile with { Email = "p@x" });
        await ChangedAsync("the name was Paula Simulated and is Frank Simulated", Profile with { FirstName = "Frank" });
        await ChangedAsync("the name was Paula Simulated and is Paula ", Profile with { LastName = null });
        await ChangedAsync("the plan was pro and is free", Profile with { Tier = "free" });
        await ChangedAsync("the payment error was none and is card_declined", Profile with { LastPaymentError = "card_declined" });
        await ChangedAsync("the state of the subscription was active and is past_due", Profile with { SubscriptionStatus = "past_due" });
        await ChangedAsync("the number used was 3 and is 4; the number left was 57 and is 56", Profile with { Usage = new Usage(4, 60, 56, Made.Then) });
        await ChangedAsync("the limit was 60 and is none", Profile with { Usage = new Usage(3, null, 57, Made.Then) });
        await ChangedAsync($"the end of the period was {Made.Then} and is {Made.Then.AddDays(1)}", Profile with { Usage = new Usage(3, 60, 57, Made.Then.AddDays(1)) });
    }

    [Fact]
    public async Task So_is_each_of_the_subscription()
    {
        await ChangedAsync("the subscription's plan was pro and is free", null, Subscription with { Tier = "free" });
        await ChangedAsync("the subscription was active and is none", null, Subscription with { Status = null });
        await ChangedAsync($"the subscription's end was {Made.Then} and is none", null, Subscription with { CurrentPeriodEnd = null });
        await ChangedAsync("whether it is to end was False and is True", null, Subscription with { CancelAtPeriodEnd = true });
    }

    [Fact]
    public async Task The_history_is_the_same_in_the_same_order()
    {
        await HistoryAsync(1, Kept[0]);
        await HistoryAsync(2, Kept[1], Kept[0]);
        await HistoryAsync(2, Kept[0] with { DealScore = 1 }, Kept[1]);
        await HistoryAsync(2, Kept[0] with { Address = "7 Oak St" }, Kept[1]);
    }

    [Fact]
    public async Task What_says_nothing_of_what_counts_cannot_be_compared()
    {
        await MissingAsync("the plan", Profile with { Tier = null });
        await MissingAsync("the state of the subscription", Profile with { SubscriptionStatus = null });
        await MissingAsync("the analyses used", Profile with { Usage = null });
        await MissingAsync("the subscription's plan", Profile, Subscription with { Tier = null });
    }

    [Fact]
    public async Task Where_nothing_was_remembered_the_feature_is_wrong() =>
        (await FluentActions.Awaiting(() => snapshots.ShouldBeUnchangedAsync(stage.Paula, Cancellation)).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage("Nothing was remembered of Paula to compare with: a Given that takes stock is missing.");

    public void Dispose() => stage.Dispose();

    private Task ChangedAsync(string changes, Profile? profile, Subscription? subscription = null) => Verdicts.FailsAsync(
        () => ThenAsync(profile ?? Profile, subscription ?? Subscription, Kept), $"Nothing should have changed for Paula, but {changes}");

    private Task MissingAsync(string fact, Profile profile, Subscription? subscription = null) =>
        Verdicts.FailsAsync(() => ThenAsync(profile, subscription ?? Subscription, Kept), $"PropIQ's answer should give {fact}, but does not");

    private Task HistoryAsync(int count, params Analysis[] history) => Verdicts.FailsAsync(
        () => ThenAsync(Profile, Subscription, history), $"Paula's history should be unchanged, but had 2 analyses and has {count}, or other ones");

    private async Task ThenAsync(Profile profile, Subscription subscription, Analysis[] history)
    {
        Shows(Profile, Subscription, Kept);
        await snapshots.TakeAsync(stage.Paula, Cancellation);
        Shows(profile, subscription, history);
        await snapshots.ShouldBeUnchangedAsync(stage.Paula, Cancellation);
    }

    private void Shows(Profile profile, Subscription subscription, Analysis[] history)
    {
        stage.PropIq.Answers("GET /auth/me", profile);
        stage.PropIq.Answers("GET /stripe/subscription", subscription);
        stage.PropIq.Answers("GET /propiq/history", new History(history, history.Length, 100, false));
    }
}
