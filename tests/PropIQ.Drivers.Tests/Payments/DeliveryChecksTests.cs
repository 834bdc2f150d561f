using FluentAssertions;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

public sealed class DeliveryChecksTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4.5);
    private readonly MadeUpStage stage = new();
    private readonly Prologue prologue = new();
    private readonly DeliveryChecks checks;

    public DeliveryChecksTests() => checks = new DeliveryChecks(stage.Target, prologue);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public async Task All_that_Stripe_told_was_taken_without_making_it_wait()
    {
        await Verdicts.HoldsAsync(() => TakenAsync(News("paid", 200), News("ended", 200, AtOnce - TimeSpan.FromTicks(1))));
        await Verdicts.FailsAsync(() => TakenAsync(), "Stripe should have told of Paula, but told nothing");
        await Verdicts.FailsAsync(() => TakenAsync(News("paid", 200), News("ended", 202)), "PropIQ should have taken all news of Paula, but answered paid: 200, ended: 202");
        await Verdicts.FailsAsync(
            () => TakenAsync(News("paid", 200), News("ended", 200, AtOnce), News("late", 200)), "PropIQ should have taken all news of Paula at once, but ended took 4.5 s");
    }

    [Fact]
    public async Task What_cannot_be_taken_is_answered_as_our_own_failure_if_at_all()
    {
        await Verdicts.HoldsAsync(() => NotTakenAsync(News("paid", 0), News("paid", 500), News("paid", 503)));
        await Verdicts.FailsAsync(() => NotTakenAsync(), "Stripe should have told of Paula, but told nothing");
        await Verdicts.FailsAsync(() => NotTakenAsync(News("paid", 0), News("paid", 200)), "PropIQ cannot have taken the news of Paula, but answered paid: 0, paid: 200");
        await Verdicts.FailsAsync(() => NotTakenAsync(News("paid", 499)), "PropIQ cannot have taken the news of Paula, but answered paid: 499");
    }

    [Fact]
    public async Task What_was_told_before_the_story_is_no_part_of_it()
    {
        var before = News("paid", 404);
        prologue.Delivered(Paula, [before]);

        await Verdicts.HoldsAsync(() => TakenAsync(before, News("ended", 200)));
        await Verdicts.FailsAsync(() => TakenAsync(before), "Stripe should have told of Paula, but told nothing");
    }

    [Fact]
    public async Task News_are_taken_sooner_or_later()
    {
        stage.Stripe.Deliveries.Enqueue([News("paid", 500), News("ended", 200)]);
        stage.Stripe.Deliveries.Enqueue([News("paid", 500), News("ended", 200), News("paid", 200)]);
        stage.Stripe.Deliveries.Enqueue([]);
        stage.Stripe.Deliveries.Enqueue([]);

        await Verdicts.HoldsAsync(() => checks.ShouldBeTakenInTimeAsync(Paula, "paid", Cancellation));
        stage.Stripe.Deliveries.Should().HaveCount(2, "once they are taken nobody looks any more");
    }

    [Fact]
    public async Task News_that_nobody_took_are_told_with_the_answers()
    {
        const string sentence = "PropIQ should have taken paid about Paula at one of Stripe's tries, but answered ";
        await Verdicts.HoldsAsync(() => LookOnceAsync(News("paid", 500), News("paid", 200)));
        await Verdicts.FailsAsync(() => LookOnceAsync(News("paid", 500), News("ended", 200)), sentence + "paid: 500, ended: 200");
        await Verdicts.FailsAsync(() => LookOnceAsync(), sentence + "nothing");
    }

    [Fact]
    public async Task Where_Stripe_cannot_be_seen_that_is_what_is_missing()
    {
        var blind = new DeliveryChecks(stage.Target with { Stripe = null }, prologue);

        (await FluentActions.Awaiting(() => blind.ShouldBeTakenAtOnceAsync(Paula, Cancellation)).Should().ThrowAsync<MissingCapabilityException>())
            .Which.Capability.Should().Be("stripe-mock");
    }

    public void Dispose() => stage.Dispose();

    private static DeliveryAttempt News(string type, int status, TimeSpan took = default) => new($"evt_{type}", type, 1, status, "", Made.Then, took);

    private Task TakenAsync(params DeliveryAttempt[] deliveries)
    {
        Told(deliveries);
        return checks.ShouldBeTakenAtOnceAsync(Paula, Cancellation);
    }

    private Task NotTakenAsync(params DeliveryAttempt[] deliveries)
    {
        Told(deliveries);
        return checks.ShouldNotBeTakenAsync(Paula, Cancellation);
    }

    private Task LookOnceAsync(params DeliveryAttempt[] deliveries)
    {
        Told(deliveries);
        return new DeliveryChecks(stage.Target, prologue) { Patience = TimeSpan.Zero }.ShouldBeTakenInTimeAsync(Paula, "paid", Cancellation);
    }

    private void Told(DeliveryAttempt[] deliveries)
    {
        stage.Stripe.Deliveries.Clear();
        stage.Stripe.Deliveries.Enqueue(deliveries);
    }
}
