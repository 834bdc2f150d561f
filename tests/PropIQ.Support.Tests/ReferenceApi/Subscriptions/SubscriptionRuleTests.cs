using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

public sealed class SubscriptionRuleTests
{
    [Theory]
    [InlineData("price_starter", Tier.Starter)]
    [InlineData("price_elite", Tier.Elite)]
    [InlineData("price_of_a_mug", Tier.Pro)]
    [InlineData(null, Tier.Pro)]
    public void An_update_gives_the_plan_of_its_price(string? price, Tier expected)
    {
        var change = Stories.Subscribed().Decide(Stories.Updated(price: price));

        change.After.Tier.Should().Be(expected);
        change.After.Current!.Tier.Should().Be(expected);
        change.BeginsPeriod.Should().BeNull();
        change.Notices.Should().BeEmpty();
    }

    [Theory]
    [InlineData("active", SubscriptionStatus.Active)]
    [InlineData("trialing", SubscriptionStatus.Active)]
    [InlineData("past_due", SubscriptionStatus.PastDue)]
    [InlineData("unpaid", SubscriptionStatus.PastDue)]
    [InlineData("paused", SubscriptionStatus.PastDue)]
    [InlineData("incomplete", SubscriptionStatus.Active)]
    [InlineData("a word of next year", SubscriptionStatus.Active)]
    public void An_update_gives_its_status(string stripeStatus, SubscriptionStatus expected)
    {
        var after = Stories.Subscribed().Decide(Stories.Updated(status: stripeStatus, price: "price_pro")).After;

        after.Status.Should().Be(expected);
        after.Tier.Should().Be(Tier.Pro);
    }

    [Fact]
    public void An_update_tells_whether_it_ends_with_the_period()
    {
        var ending = Stories.Subscribed().Decide(Stories.Updated(price: "price_pro", ends: true)).After;

        ending.Current!.CancelAtPeriodEnd.Should().BeTrue();
        ending.Tier.Should().Be(Tier.Pro);
        ending.Decide(Stories.Updated(price: "price_pro")).After.Current!.CancelAtPeriodEnd.Should().BeFalse();
    }

    [Fact]
    public void An_update_to_active_settles_what_failed()
    {
        var owing = Stories.Subscribed().Decide(Stories.Failed()).After;

        owing.Decide(Stories.Updated(status: "past_due")).After.LastPaymentError.Should().NotBeNull();
        owing.Decide(Stories.Updated(status: "active")).After.LastPaymentError.Should().BeNull();
    }

    [Fact]
    public void The_end_leads_back_to_free_and_is_announced()
    {
        var change = Stories.Subscribed().Decide(Stories.Deleted());

        change.After.Tier.Should().Be(Tier.Free);
        change.After.Status.Should().Be(SubscriptionStatus.Canceled);
        change.BeginsPeriod.Should().BeNull();
        change.Notices.Should().Equal(new Notice.SubscriptionCanceled(Stories.Email, Tier.Pro));
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("incomplete_expired")]
    public void An_update_can_tell_of_the_end_too(string stripeStatus)
    {
        var change = Stories.Subscribed().Decide(Stories.Updated(status: stripeStatus));

        change.After.Tier.Should().Be(Tier.Free);
        change.After.Status.Should().Be(SubscriptionStatus.Canceled);
        change.Notices.Should().ContainSingle();
    }

    public static TheoryData<StripeHappening> OtherSubscriptionsNews =>
    [
        Stories.Updated("sub_other"),
        Stories.Updated("sub_other", "canceled"),
        Stories.Deleted("sub_other"),
    ];

    [Theory]
    [MemberData(nameof(OtherSubscriptionsNews), DisableDiscoveryEnumeration = true)]
    public void News_of_another_subscription_changes_nothing(StripeHappening happening)
    {
        foreach (var account in new[] { Stories.Newcomer, Stories.Subscribed() })
        {
            account.Decide(happening).Should().BeEquivalentTo(AccountChange.Nothing(account));
        }
    }

    public static TheoryData<StripeHappening> OldNews =>
    [
        Stories.Updated(at: Stories.Known.AddSeconds(-1)),
        Stories.Updated(status: "canceled", at: Stories.Known.AddSeconds(-1)),
        Stories.Deleted(at: Stories.Known.AddSeconds(-1)),
        Stories.Failed(at: Stories.Known.AddSeconds(-1)),
        Stories.Paid(from: Stories.Start, at: Stories.Known.AddSeconds(-1)),
    ];

    [Theory]
    [MemberData(nameof(OldNews), DisableDiscoveryEnumeration = true)]
    public void Old_news_changes_nothing(StripeHappening happening)
    {
        var account = Stories.Subscribed();

        account.Decide(happening).Should().BeEquivalentTo(AccountChange.Nothing(account));
    }

    [Fact]
    public void News_of_the_same_second_is_not_old() =>
        Stories.Subscribed().Decide(Stories.Updated(at: Stories.Known)).After.Tier.Should().Be(Tier.Starter);

    [Fact]
    public void A_later_attempt_to_collect_does_not_outdate_the_end()
    {
        var owing = Stories.Subscribed().Decide(Stories.Failed(at: Stories.Later)).After;

        owing.Decide(Stories.Deleted(at: Stories.Later.AddMinutes(-1))).After.Status.Should().Be(SubscriptionStatus.Canceled);
        owing.Decide(Stories.Updated(at: Stories.Later.AddMinutes(-1))).After.Status.Should().Be(SubscriptionStatus.PastDue);
    }

    [Fact]
    public void Canceled_is_final()
    {
        var over = Stories.Subscribed(status: SubscriptionStatus.Canceled);

        over.Decide(Stories.Updated()).Should().BeEquivalentTo(AccountChange.Nothing(over));
        over.Decide(Stories.Deleted(at: Stories.Later)).Should().BeEquivalentTo(AccountChange.Nothing(over));
    }

    [Fact]
    public void The_end_of_a_former_subscription_changes_nothing()
    {
        var upgraded = Stories.Subscribed().Decide(Stories.Checkout()).After;

        upgraded.Decide(Stories.Deleted("sub_now")).Should().BeEquivalentTo(AccountChange.Nothing(upgraded));
    }
}
