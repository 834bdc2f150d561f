using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Wording;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Changes;

/// <summary>Puts a notice into words.</summary>
public interface INoticeWording
{
    /// <summary>One line of plain text.</summary>
    string Of(Notice notice);
}

/// <summary>The words that Slack's readers know: the kind of notice first, then whose it is.</summary>
public sealed class NoticeWording : INoticeWording
{
    /// <inheritdoc />
    public string Of(Notice notice) => notice switch
    {
        Notice.NewSignup it => $"New signup: {it.Email} is on {it.Tier} (${Plan.Of(it.Tier).Price:0} a month)",
        Notice.RecurringPayment it => $"Recurring payment: {it.Email} paid {PaymentWording.Dollars(it.AmountPaid, it.Tier)} for {it.Tier}",
        Notice.PaymentFailed it => $"Payment failed: {it.Email}: {it.Reason}",
        Notice.SubscriptionCanceled it => $"Subscription canceled: {it.Email} was on {it.Tier}",
        _ => throw new ArgumentOutOfRangeException(nameof(notice)),
    };
}
