using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

public sealed class InvoiceRuleTests
{
    private static readonly DateTimeOffset NextPeriod = Stories.Start.AddMonths(1);

    [Fact]
    public void A_renewal_begins_its_period_and_is_announced()
    {
        var change = Stories.Subscribed().Decide(Stories.Paid());

        change.BeginsPeriod.Should().Be(NextPeriod);
        change.After.Current!.PeriodStart.Should().Be(NextPeriod);
        change.After.Current.PeriodEnd.Should().Be(NextPeriod.AddMonths(1));
        change.Notices.Should().Equal(new Notice.RecurringPayment(Stories.Email, Tier.Pro, 9_900));
    }

    [Theory]
    [InlineData("subscription_create")]
    [InlineData("subscription_update")]
    [InlineData("manual")]
    public void No_other_invoice_does(string reason)
    {
        var change = Stories.Subscribed().Decide(Stories.Paid(reason: reason));

        change.BeginsPeriod.Should().BeNull();
        change.Notices.Should().BeEmpty();
    }

    [Fact]
    public void The_same_period_never_begins_twice()
    {
        var renewed = Stories.Subscribed().Decide(Stories.Paid()).After;

        renewed.Decide(Stories.Paid(at: Stories.Later.AddDays(1))).BeginsPeriod.Should().BeNull();
        renewed.Decide(Stories.Paid(from: Stories.Start, at: Stories.Later.AddDays(1))).BeginsPeriod.Should().BeNull();
    }

    [Fact]
    public void A_period_that_an_update_told_of_begins_when_it_is_paid()
    {
        var told = Stories.Updated(status: "past_due", price: "price_pro", at: Stories.Later.AddHours(1));
        var updated = Stories.Subscribed().Decide(told with
        {
            Subscription = told.Subscription with { PeriodStart = NextPeriod, PeriodEnd = NextPeriod.AddMonths(1) },
        });

        var change = updated.After.Decide(Stories.Paid(at: Stories.Later));

        updated.BeginsPeriod.Should().BeNull();
        change.BeginsPeriod.Should().Be(NextPeriod, "the customer paid for it, though newer things are known");
        change.After.Status.Should().Be(SubscriptionStatus.PastDue, "the update is newer");
        change.Notices.Should().ContainSingle();
    }

    [Fact]
    public void A_payment_older_than_the_last_one_known_begins_nothing()
    {
        var account = Stories.Subscribed();

        account.Decide(Stories.Paid(at: Stories.Known.AddSeconds(-1))).Should().BeEquivalentTo(AccountChange.Nothing(account));
    }

    [Fact]
    public void Old_news_of_an_old_period_changes_nothing()
    {
        var renewed = Stories.Subscribed().Decide(Stories.Paid()).After;

        renewed.Decide(Stories.Paid(from: Stories.Start, at: Stories.Earlier)).Should().BeEquivalentTo(AccountChange.Nothing(renewed));
    }

    [Fact]
    public void A_failed_payment_is_past_due_with_the_reason_and_takes_nothing_away()
    {
        var change = Stories.Subscribed().Decide(Stories.Failed());

        change.After.Status.Should().Be(SubscriptionStatus.PastDue);
        change.After.Tier.Should().Be(Tier.Pro);
        change.After.LastPaymentError.Should().Be("The payment failed (insufficient_funds)");
        change.BeginsPeriod.Should().BeNull();
        change.Notices.Should().Equal(new Notice.PaymentFailed(Stories.Email, "The payment failed (insufficient_funds)"));
    }

    [Theory]
    [InlineData("sub_attempt")]
    [InlineData(null)]
    public void Who_has_no_subscription_stays_free_and_is_told(string? attempted)
    {
        var change = Stories.Newcomer.Decide(Stories.Failed(attempted, "subscription_create"));

        change.After.Should().Be(Stories.Newcomer with { LastPaymentError = "The payment failed (insufficient_funds)" });
        change.Notices.Should().ContainSingle();
    }

    [Theory]
    [InlineData("sub_other")]
    [InlineData(null)]
    public void A_failure_for_another_subscription_leaves_the_running_one_alone(string? other)
    {
        var subscriber = Stories.Subscribed();

        subscriber.Decide(Stories.Failed(other)).Should().BeEquivalentTo(AccountChange.Nothing(subscriber));
        subscriber.Decide(Stories.Paid(other)).Should().BeEquivalentTo(AccountChange.Nothing(subscriber));
    }

    [Fact]
    public void A_later_payment_settles_it()
    {
        var owing = Stories.Subscribed().Decide(Stories.Failed()).After;

        var settled = owing.Decide(Stories.Paid(at: Stories.Later.AddDays(3)));

        settled.After.Status.Should().Be(SubscriptionStatus.Active);
        settled.After.LastPaymentError.Should().BeNull();
        settled.BeginsPeriod.Should().Be(NextPeriod);
    }

    [Fact]
    public void An_older_failure_does_not_undo_a_payment()
    {
        var settled = Stories.Subscribed().Decide(Stories.Paid()).After;

        settled.Decide(Stories.Failed(at: Stories.Later.AddSeconds(-1))).Should().BeEquivalentTo(AccountChange.Nothing(settled));
    }

    [Fact]
    public void The_first_attempt_that_failed_comes_before_the_one_that_went_through_even_within_a_second()
    {
        var signedUp = Stories.Newcomer.Decide(Stories.Checkout("sub_new", at: Stories.Later)).After;

        var change = signedUp.Decide(Stories.Failed("sub_new", "subscription_create", Stories.Later));

        change.Should().BeEquivalentTo(AccountChange.Nothing(signedUp));
    }

    [Fact]
    public void Canceled_is_final()
    {
        var over = Stories.Subscribed(status: SubscriptionStatus.Canceled);

        over.Decide(Stories.Paid()).Should().BeEquivalentTo(AccountChange.Nothing(over));
        over.Decide(Stories.Failed()).Should().BeEquivalentTo(AccountChange.Nothing(over));
    }
}
