using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;
using PropIQ.ReferenceApi.Domain.Subscriptions.Rules;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

public sealed class NoticeWordingTests
{
    public static TheoryData<Notice, string> Notices => new()
    {
        { new Notice.NewSignup(Stories.Email, Tier.Starter), "New signup: paula@example.test is on Starter ($69 a month)" },
        { new Notice.RecurringPayment(Stories.Email, Tier.Pro, 9_900), "Recurring payment: paula@example.test paid $99.00 for Pro" },
        { new Notice.RecurringPayment(Stories.Email, Tier.Elite, null), "Recurring payment: paula@example.test paid $149.00 for Elite" },
        { new Notice.PaymentFailed(Stories.Email, "Your card was declined (generic_decline)"), "Payment failed: paula@example.test: Your card was declined (generic_decline)" },
        { new Notice.SubscriptionCanceled(Stories.Email, Tier.Pro), "Subscription canceled: paula@example.test was on Pro" },
    };

    [Theory]
    [MemberData(nameof(Notices), DisableDiscoveryEnumeration = true)]
    public void Names_the_kind_and_the_account(Notice notice, string expected) =>
        new NoticeWording().Of(notice).Should().Be(expected);

    [Theory]
    [InlineData("insufficient_funds", "Your card has insufficient funds.", "Your card has insufficient funds (insufficient_funds)")]
    [InlineData("insufficient_funds", null, "The payment failed (insufficient_funds)")]
    [InlineData(null, "Your card was declined.", "Your card was declined")]
    [InlineData(null, null, "The payment failed")]
    public void A_failure_has_a_sentence_and_a_code(string? code, string? message, string expected) =>
        new FailureReason().Of(Stories.Invoice() with { FailureCode = code, FailureMessage = message }).Should().Be(expected);
}
