using System.Globalization;
using PropIQ.Client.Contract;
using PropIQ.Simulator.Costs;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Reports;

/// <summary>What a report tells beyond counts: funnel, revenue, latency, and the profile's hopes.</summary>
internal static class Insights
{
    private static readonly double[] Bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

    public static IReadOnlyList<FunnelStep> Funnel(IReadOnlyList<UserResult> users)
    {
        int Count(Func<UserResult, bool> got) => users.Count(got);
        return
        [
            new("blocked", Count(user => Calls(user).Any(call => call.Code is "usage_limit_reached" or "export_requires_paid_plan"))),
            new("prices", Count(user => Calls(user).Any(call => call is { Succeeded: true, Value: PriceList }))),
            new("checkout", Count(user => Calls(user).Any(call => call is { Succeeded: true, Value: CheckoutSession }))),
            new("paid", Count(user => user.User.Costs.Charges.Count > 0)),
            new("confirmed", Count(user => user.Converted)),
        ];
    }

    public static IReadOnlyList<PlanRevenue> Revenue(IReadOnlyList<UserResult> users) =>
    [
        .. users.GroupBy(user => user.User.Conversion.Now ?? "unknown").OrderBy(plan => plan.Key, StringComparer.Ordinal).Select(plan =>
            new PlanRevenue(plan.Key, plan.Count(), plan.Sum(user => user.User.Costs.Charges.Sum()), plan.Sum(user => user.User.Costs.Total))),
    ];

    public static IReadOnlyList<LatencyEntry> Latency(IReadOnlyList<UserResult> users) =>
    [
        .. users.SelectMany(user => user.User.Calls).Where(call => !call.IsTesting && call.Status != 0).GroupBy(call => call.ActionType).OrderBy(action => action.Key, StringComparer.Ordinal).Select(Of),
    ];

    public static IReadOnlyList<OutcomeEntry> Outcomes(RunResult result, CostBook costs, int edgeCases, IReadOnlyList<UserSection> users)
    {
        if (result.Run.Profile.Outcomes is not { } outcomes)
        {
            return [];
        }

        return [.. outcomes.Lines.Select(line => new OutcomeEntry(line.Key, line.Value, Actual(line.Key, result, costs, edgeCases, users)))];
    }

    private static string Actual(string name, RunResult result, CostBook costs, int edgeCases, IReadOnlyList<UserSection> users)
    {
        string Share(Func<UserResult, bool> starts) =>
            (result.Users.Count(starts) is > 0 and var all ? (decimal)result.Users.Count(user => starts(user) && user.Converted) / all : 0m).ToString("0.00", CultureInfo.InvariantCulture);
        return name switch
        {
            "conversions.free_to_paid" => Share(user => user.User.Profile.StartTier == "free"),
            "conversions.tier_upgrades" => Share(user => user.User.Profile.StartTier != "free"),
            "usage_patterns.avg_analyses_per_session" => Average(users.Select(user => (double)user.Analyses)),
            "usage_patterns.avg_session_duration_minutes" => Average(users.Select(user => user.DurationSeconds / 60)),
            "costs.estimated_azure_openai_cost" => costs.Section.AzureOpenaiCostUsd,
            "costs.estimated_stripe_fees" => costs.Section.StripeFeesUsd,
            "costs.estimated_total_cost" => costs.Section.TotalCostUsd,
            "edge_cases_found" => edgeCases.ToString(CultureInfo.InvariantCulture),
            _ => users.Sum(user => user.ExpectedRefusals).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Average(IEnumerable<double> values) => values.DefaultIfEmpty().Average().ToString("0.0", CultureInfo.InvariantCulture);

    private static LatencyEntry Of(IGrouping<string, CallRecord> action)
    {
        var times = action.Select(call => call.Exchange.Duration.TotalMilliseconds).ToList();
        double At(double percent) => Math.Round(Percentiles.Of(times, percent), 1);
        return new(action.Key, times.Count, At(50), At(75), At(95), At(99), At(100), Histogram(times));
    }

    private static IReadOnlyList<HistogramBar> Histogram(IReadOnlyList<double> times)
    {
        var bars = new List<HistogramBar>();
        var below = 0d;
        foreach (var bound in Bounds)
        {
            bars.Add(new(bound, times.Count(time => time > below && time <= bound)));
            below = bound;
        }

        bars.Add(new(null, times.Count(time => time > below)));
        return bars;
    }

    private static IEnumerable<CallRecord> Calls(UserResult user) => user.User.Calls.Where(call => call.Identity == user.Email);
}
