using FluentAssertions;
using PropIQ.Drivers.Collaborators;
using Xunit;

namespace PropIQ.Drivers.Tests.Collaborators;

public sealed class KindOfNoticeTests
{
    [Theory]
    [InlineData("new signup", "New signup: paula@propiq.test")]
    [InlineData("canceled subscription", "Subscription canceled by paula")]
    [InlineData("canceled subscription", "SUBSCRIPTION CANCELLED")]
    [InlineData("recurring payment", "A Recurring payment of $99")]
    [InlineData("failed payment", "Payment failed for paula")]
    [InlineData("canceled subscription", "paula has left us")]
    [InlineData("recurring payment", "paula has paid again")]
    [InlineData("failed payment", "paula's card was declined")]
    public void A_message_may_be_of_a_kind_by_its_words_or_by_nobodys(string kind, string message) => KindOfNotice.Named(kind).IsIn(message).Should().BeTrue();

    [Theory]
    [InlineData("new signup", "paula has joined us")]
    [InlineData("new signup", "Payment failed")]
    [InlineData("canceled subscription", "New signup")]
    [InlineData("canceled subscription", "Recurring payment")]
    [InlineData("recurring payment", "Subscription canceled")]
    [InlineData("recurring payment", "Payment failed")]
    [InlineData("failed payment", "New signup")]
    [InlineData("failed payment", "Subscription cancelled")]
    public void A_message_in_anothers_words_is_not(string kind, string message) => KindOfNotice.Named(kind).IsIn(message).Should().BeFalse();

    [Fact]
    public void Kinds_have_names()
    {
        KindOfNotice.Named("new signup").Should().BeSameAs(KindOfNotice.NewSignup);
        KindOfNotice.Named("canceled subscription").Should().BeSameAs(KindOfNotice.Canceled);
        FluentActions.Invoking(() => KindOfNotice.Named("birthday")).Should().Throw<ArgumentException>()
            .WithMessage("Slack is told of no \"birthday\". Known: new signup, canceled subscription, recurring payment, failed payment.");
    }
}
