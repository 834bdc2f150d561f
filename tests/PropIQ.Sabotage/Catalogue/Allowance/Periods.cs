using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Usage;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Allowance;

/// <summary>The count starts anew at the wrong time.</summary>
internal static class Periods
{
    private static readonly TimeSpan Pacific = TimeSpan.FromHours(-7);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("month_begins_a_day_late", "A free month begins on the second.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => real.Settle(state, now.AddDays(-1))),
        },
        new("month_begins_a_day_early", "A free month begins on the last day of the month before.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => real.Settle(state, now.AddDays(1))),
        },
        new("month_begins_a_second_early", "A free month begins in the last second of the month before.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => real.Settle(state, now.AddSeconds(1))),
        },
        new("month_by_local_time", "A free month begins at midnight in California.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => real.Settle(state, new DateTimeOffset(now.ToOffset(Pacific).DateTime, TimeSpan.Zero))),
        },
        new("month_has_thirty_days", "A free month is thirty days from the last start.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => now - state.PeriodStart >= TimeSpan.FromDays(30) ? state with { Count = 0, PeriodStart = now } : state),
        },
        new("month_starts_twice", "On every day of a free month the count starts anew.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => state.Tier == Tier.Free && now.UtcDateTime.Date > state.PeriodStart.UtcDateTime.Date
                ? state with { Count = 0, PeriodStart = now }
                : state),
        },
        new("paid_plan_resets_on_the_first", "A paid month begins on the first, whatever was paid for.")
        {
            Cases = ["usage_counter_monthly_reset", "paid_month_is_the_subscriptions"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => real.Settle(state with { Tier = Tier.Free }, now) with { Tier = state.Tier }),
        },
        new("busy_months_never_end", "Whoever came back to Free with more used than it gives has no further month.")
        {
            Cases = ["subscription_canceled_to_free"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => state is { Tier: Tier.Free, Count: > 5 } ? state : real.Settle(state, now)),
        },
        new("paid_month_resets_unpaid", "A paid month begins anew when the former is over, paid or not.")
        {
            Cases = ["renewal_starts_period"],
            Clauses = ["3.10", "5.8"],
            Host = Settling((real, state, now) => state.SubscriptionEnds is { } ends && now >= ends && state.PeriodStart < ends
                ? state with { Count = 0, PeriodStart = ends }
                : real.Settle(state, now)),
        },
        new("reset_date_is_a_month_late", "The profile names a day for the new start that is a month too late.")
        {
            Cases = ["usage_counter_monthly_reset", "profile_of_a_newcomer", "renewal_starts_period"],
            Clauses = ["2.4"],
            Host = host => host.Twist<IUsagePeriods>(
                nameof(IUsagePeriods.ResetsAt),
                real => (UsageState state) => real.ResetsAt(state).AddMonths(1)),
        },
        new("reset_date_forgets_the_year", "In December the profile says that the count starts anew last January.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["2.4", "3.10"],
            Host = host => host.Twist<IUsagePeriods>(
                nameof(IUsagePeriods.ResetsAt),
                real => (UsageState state) => real.ResetsAt(state) is var resets && state.Tier == Tier.Free && resets.Month == 1 ? resets.AddYears(-1) : resets),
        },
        new("a_year_later_is_the_same_month", "Whoever comes back in the same month of another year finds the analyses of then still used.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => state.Tier == Tier.Free && now.UtcDateTime.Month == state.PeriodStart.UtcDateTime.Month ? state : real.Settle(state, now)),
        },
        new("leap_day_is_march", "A free month begins on the 29th of February where there is one.")
        {
            Cases = ["usage_counter_monthly_reset"],
            Clauses = ["3.10"],
            Host = Settling((real, state, now) => real.Settle(state, now.UtcDateTime is { Month: 2, Day: 29 } ? now.AddDays(1) : now)),
        },
    ];

    private static Action<Microsoft.Extensions.DependencyInjection.IServiceCollection> Settling(Func<IUsagePeriods, UsageState, DateTimeOffset, UsageState> instead) =>
        host => host.Twist<IUsagePeriods>(nameof(IUsagePeriods.Settle), real => (UsageState state, DateTimeOffset now) => instead(real, state, now));
}
