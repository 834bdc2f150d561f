using FluentAssertions;
using PropIQ.Client;
using PropIQ.Drivers.Attempts;
using PropIQ.Drivers.Payments;
using PropIQ.Drivers.Plans;
using PropIQ.Drivers.Stage;
using PropIQ.Mocks.Stripe;
using Xunit;

namespace PropIQ.Drivers.Tests.Payments;

/// <summary>What is judged of what Stripe holds and was answered.</summary>
public sealed class StripeDriverTests : IDisposable
{
    private const string Whole = """{"type": "about:blank", "title": "No", "status": 400, "code": "invalid_signature"}""";
    private static readonly StripeSubscription Pro = new("sub_1", "cus_1", "pro", "active", Made.Then, Made.Then.AddMonths(1), false);
    private static readonly KnownRefusal Forged = Refusals.Because("the signature is not valid");
    private readonly MadeUpStage stage = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Actor Paula => stage.Paula;

    [Fact]
    public async Task News_are_taken_each_of_them()
    {
        var driver = await DeliveredAsync(stage.Target, (200, ""), (200, ""));
        Verdicts.Holds(() => driver.ShouldBeTaken(Paula));

        driver = await DeliveredAsync(stage.Target, (200, ""), (500, "Oops"));
        Verdicts.Fails(() => driver.ShouldBeTaken(Paula), "PropIQ should take Stripe's news about Paula, but answered 500: Oops");
        FluentActions.Invoking(() => driver.ShouldBeTaken(Made.Person("Frank"))).Should().Throw<InvalidOperationException>()
            .WithMessage("Nothing was delivered about Frank yet: a When is missing.");
    }

    [Theory]
    [InlineData(400, Whole, true)]
    [InlineData(401, Whole, false)]
    [InlineData(400, """{"type": "about:blank", "title": "No", "status": 400, "code": "invalid_payload"}""", false)]
    [InlineData(400, """{"title": "No", "status": 400, "code": "invalid_signature"}""", false)]
    [InlineData(400, """{"type": "about:blank", "status": 400, "code": "invalid_signature"}""", false)]
    [InlineData(400, """{"type": "about:blank", "title": "No", "code": "invalid_signature"}""", false)]
    [InlineData(400, """{"type": "about:blank", "title": "No", "status": 400, "kind": "invalid_signature"}""", false)]
    [InlineData(400, """["type", "title", "status", "code", "invalid_signature"]""", false)]
    [InlineData(400, "\"invalid_signature\" it is", false)]
    public async Task News_are_turned_away_as_the_contract_has_it(int status, string body, bool rightly)
    {
        var driver = await DeliveredAsync(stage.Target, (400, Whole), (status, body));

        if (rightly)
        {
            Verdicts.Holds(() => driver.ShouldBeTurnedAway(Paula, Forged));
        }
        else
        {
            Verdicts.Fails(() => driver.ShouldBeTurnedAway(Paula, Forged), $"PropIQ should turn the news about Paula away because the signature is not valid, but answered {status}: {body}");
        }
    }

    [Fact]
    public async Task A_PropIQ_may_spell_members_in_its_own_way()
    {
        var wire = new WireFormat { MemberNames = new Dictionary<string, string> { ["title"] = "headline" } };

        var driver = await DeliveredAsync(stage.Target with { Wire = wire }, (400, Whole.Replace("title", "headline")));

        Verdicts.Holds(() => driver.ShouldBeTurnedAway(Paula, Forged));
    }

    [Fact]
    public async Task One_subscription_runs_and_all_others_have_ended()
    {
        var driver = new StripeDriver(stage.Target);
        Hold(Pro with { Status = "incomplete" }, Pro with { Status = "incomplete_expired" }, Pro with { Tier = "starter", Status = "canceled" }, Pro with { Status = "past_due" });
        await Verdicts.HoldsAsync(() => driver.OnlySubscriptionShouldBeAsync(Paula, PlanTable.Contract.Named("Pro"), Cancellation));

        Hold(Pro with { Status = "canceled" });
        await Verdicts.HoldsAsync(() => driver.OnlySubscriptionShouldBeAsync(Paula, null, Cancellation));

        stage.Stripe.Calls = [new StripeCall("GET", "/v1/customers", new Dictionary<string, string>(), null, 200, Made.Then)];
        await Verdicts.HoldsAsync(() => driver.OnlySubscriptionShouldBeAsync(Paula, null, Cancellation));
        stage.Stripe.Calls = [stage.Stripe.Calls[0] with { Method = "POST" }];
        await Verdicts.FailsAsync(
            () => driver.OnlySubscriptionShouldBeAsync(Paula, null, Cancellation), "Each order at Stripe for Paula should be marked against repetition, but one to /v1/customers is not");
    }

    [Fact]
    public async Task The_newest_subscription_is_the_one_that_counts()
    {
        var driver = new StripeDriver(stage.Target);
        await Verdicts.FailsAsync(() => driver.SubscriptionAsync(Paula, Cancellation), "Stripe should know Paula as a customer, but does not");
        Hold();
        await Verdicts.FailsAsync(() => driver.SubscriptionAsync(Paula, Cancellation), "PropIQ's answer should give a subscription of Paula at Stripe, but does not");
        Hold(Pro, Pro with { Id = "sub_2" });
        (await driver.SubscriptionAsync(Paula, Cancellation)).Id.Should().Be("sub_2");
    }

    public void Dispose() => stage.Dispose();

    private async Task<StripeDriver> DeliveredAsync(PropIqUnderTest target, params (int Status, string Body)[] answers)
    {
        var driver = new StripeDriver(target);
        stage.Stripe.Delivered = [.. answers.Select((answer, number) => new DeliveryAttempt("evt_1", "paid", number + 1, answer.Status, answer.Body, Made.Then, TimeSpan.Zero))];
        await driver.RepeatAsync(Paula, "paid", answers.Length, Cancellation);
        return driver;
    }

    private void Hold(params StripeSubscription[] subscriptions) => stage.Stripe.Customer = new StripeCustomer("cus_1", Paula.Email, subscriptions, []);
}
