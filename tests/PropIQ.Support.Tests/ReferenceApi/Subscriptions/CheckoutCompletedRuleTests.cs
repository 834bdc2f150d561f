using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

public sealed class CheckoutCompletedRuleTests
{
    [Fact]
    public void Gives_the_plan_at_once_and_begins_no_period()
    {
        var change = Stories.Newcomer.Decide(Stories.Checkout(price: "price_starter"));

        change.After.Tier.Should().Be(Tier.Starter);
        change.After.Status.Should().Be(SubscriptionStatus.Active);
        change.After.Current!.Id.Should().Be("sub_new");
        change.BeginsPeriod.Should().BeNull();
        change.Formers.Should().BeEmpty();
        change.Notices.Should().Equal(new Notice.NewSignup(Stories.Email, Tier.Starter));
    }

    [Fact]
    public void Settles_what_failed_before()
    {
        var blocked = Stories.Newcomer with { LastPaymentError = "The payment failed (insufficient_funds)" };

        blocked.Decide(Stories.Checkout()).After.LastPaymentError.Should().BeNull();
    }

    [Theory]
    [InlineData("complete", "unpaid")]
    [InlineData("complete", "no_payment_required")]
    [InlineData("open", "unpaid")]
    [InlineData("open", "paid")]
    [InlineData("expired", "unpaid")]
    public void Gives_nothing_without_the_money(string status, string paymentStatus) =>
        AssertNothing(Stories.Newcomer, Stories.Newcomer.Decide(Stories.Checkout(status: status, paymentStatus: paymentStatus)));

    [Fact]
    public void Ends_the_subscription_that_it_replaces()
    {
        var change = Stories.Subscribed().Decide(Stories.Checkout());

        change.After.Tier.Should().Be(Tier.Elite);
        change.Formers.Should().Equal("sub_now");
        change.After.FormerIds.Should().Equal("sub_now");
    }

    [Fact]
    public void Ends_nothing_that_is_over()
    {
        var change = Stories.Subscribed(status: SubscriptionStatus.Canceled).Decide(Stories.Checkout());

        change.After.Tier.Should().Be(Tier.Elite);
        change.Formers.Should().BeEmpty();
    }

    [Fact]
    public void Of_two_the_later_one_counts_though_it_is_heard_of_first()
    {
        var later = Stories.Newcomer.Decide(Stories.Checkout("sub_later", "price_elite", Stories.Later)).After;

        var change = later.Decide(Stories.Checkout("sub_earlier", "price_starter", Stories.Earlier));

        change.After.Current.Should().Be(later.Current);
        change.After.Tier.Should().Be(Tier.Elite);
        change.Formers.Should().Equal("sub_earlier");
        change.After.Decide(Stories.Checkout("sub_earlier", "price_starter", Stories.Later)).After.Tier.Should().Be(Tier.Elite);
    }

    [Fact]
    public void Brings_back_neither_a_former_subscription_nor_one_that_is_over()
    {
        var replaced = Stories.Subscribed().Decide(Stories.Checkout()).After;
        var over = Stories.Subscribed(status: SubscriptionStatus.Canceled);

        AssertNothing(replaced, replaced.Decide(Stories.Checkout("sub_now", at: Stories.Later.AddDays(1))));
        AssertNothing(over, over.Decide(Stories.Checkout("sub_now")));
        AssertNothing(Stories.Newcomer, Stories.Newcomer.Decide(Stories.Checkout(stripeStatus: "canceled")));
    }

    [Theory]
    [InlineData("price_pro", "starter", "elite", Tier.Pro)]
    [InlineData("price_of_long_ago", "starter", "elite", Tier.Starter)]
    [InlineData("price_of_long_ago", null, "elite", Tier.Elite)]
    public void Takes_the_plan_from_the_price_then_from_the_notes(string price, string? noted, string? session, Tier expected)
    {
        var happening = Stories.Checkout(price: price);
        var told = happening with
        {
            Session = happening.Session with { MetadataTier = session },
            Subscription = happening.Subscription! with { MetadataTier = noted },
        };

        Stories.Newcomer.Decide(told).After.Tier.Should().Be(expected);
    }

    [Fact]
    public void Gives_nothing_for_what_is_no_plan_of_ours() =>
        AssertNothing(Stories.Newcomer, Stories.Newcomer.Decide(Stories.Checkout(price: "price_of_a_mug")));

    private static void AssertNothing(AccountState before, AccountChange change) =>
        change.Should().BeEquivalentTo(AccountChange.Nothing(before));
}
