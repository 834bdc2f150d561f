namespace PropIQ.Mocks.Stripe.Clock;

/// <summary>
/// Calendar months as Stripe bills them: a subscription anchored on the 31st renews on the last day of shorter months and
/// on the 31st again afterwards.
/// </summary>
internal static class BillingMonths
{
    /// <summary>The first moment after <paramref name="end"/> that lies whole months from <paramref name="anchor"/>.</summary>
    public static DateTimeOffset Next(DateTimeOffset anchor, DateTimeOffset end)
    {
        var months = ((end.Year - anchor.Year) * 12) + end.Month - anchor.Month;
        while (anchor.AddMonths(months) <= end)
        {
            months++;
        }

        return anchor.AddMonths(months);
    }

    /// <summary>The anchor of a subscription of which only one period is known.</summary>
    public static DateTimeOffset AnchorOf(DateTimeOffset start, DateTimeOffset end) => start.AddMonths(1) == end ? start : end;
}
