using PropIQ.Simulator.Costs;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Tests.Evidence;
using Xunit;

namespace PropIQ.Simulator.Tests.Costs;

public sealed class BookTests
{
    [Fact]
    public void It_sums_over_all_users()
    {
        var section = Of().Section;

        Assert.Equal((1_300L, 3_600L, 2), (section.AzureOpenaiInputTokens, section.AzureOpenaiOutputTokens, section.EstimatedAnalyses));
        Assert.Equal((3, 8.5m, 7.802m), (section.StripeTransactions, section.AzureOpenaiCostExact, section.StripeFeesExact));
        Assert.Equal(16.532m, section.TotalCostExact);
        Assert.Equal(("$8.50", "$7.80", "$0.23", "$16.53"), (section.AzureOpenaiCostUsd, section.StripeFeesUsd, section.HostingCostUsd, section.TotalCostUsd));
    }

    [Fact]
    public void Users_and_hosting_come_to_the_total_in_cents()
    {
        var book = Of();

        Assert.Equal([9.62m, 6.68m], book.Users);
        Assert.Equal(0.23m, book.Hosting);
    }

    [Fact]
    public void Requests_are_counted_by_endpoint_in_order_without_those_of_the_testing_interface()
    {
        var section = Of(Told.User([Story.Profile(), Story.Answered("/testing/clock", null), Story.Answered("/pricing", null)]), Told.User([Told.Unanswered(), Story.Refused(401, "unauthorized", endpoint: "/auth/login")])).Section;

        Assert.Equal(4, section.ApiRequestsTotal);
        Assert.Equal([KeyValuePair.Create("/auth/login", 1), KeyValuePair.Create("/auth/me", 1), KeyValuePair.Create("/pricing", 2)], section.ApiRequestsByEndpoint);
    }

    [Fact]
    public void A_target_that_answered_once_was_hosted()
    {
        Assert.Equal(0.23m, Of(Told.User([Told.Unanswered(), Story.Refused(503, "ai_unavailable")])).Hosting);
        Assert.Equal(0.23m, Of(Told.User([Told.Unanswered()]), Told.User([Story.Profile()])).Hosting);
    }

    [Fact]
    public void A_target_that_never_answered_has_hosted_nobody()
    {
        Assert.Equal(0m, Of(Told.User([Told.Unanswered(), Told.Unanswered()])).Hosting);
        Assert.Equal(0m, Of(Told.User([])).Hosting);
        Assert.Equal(0m, Of(Told.User([Story.Answered("/testing/clock", null)])).Hosting);
    }

    [Fact]
    public void Formulas_may_name_what_was_measured() => Assert.Equal(
        new Dictionary<string, decimal>
        {
            ["input_tokens"] = 1_300m,
            ["output_tokens"] = 3_600m,
            ["azure_openai_total_cost"] = 8.5m,
            ["stripe_transactions"] = 3m,
            ["stripe_fees"] = 7.802m,
            ["stripe_total_fees"] = 7.802m,
            ["render_hosting_cost"] = 0.23m,
            ["supabase_database_cost"] = 0m,
            ["total_api_requests"] = 4m,
            ["total_cost"] = 16.532m,
        },
        Of().Variables);

    [Fact]
    public void A_metrics_value_is_its_own_and_of_a_month_a_days_share()
    {
        var known = Variables(Metric("seats") with { Value = 12m }, Metric("monitoring") with { Value = 12m, Prorated = "monthly" }, Metric("backups") with { Value = 12m, Prorated = "daily" });

        Assert.Equal((12m, 0.4m, 12m), (known["seats"], known["monitoring"], known["backups"]));
    }

    [Fact]
    public void Hostings_metric_is_what_hosting_cost() => Assert.Equal(0.23m, Variables(Metric("render_hosting_cost") with { Value = 7m })["render_hosting_cost"]);

    [Fact]
    public void A_metrics_formula_may_name_metrics_before_it()
    {
        var known = Variables(Metric("seats") with { Value = 12m }, Metric("with_seats") with { Calculation = "total_cost + seats" }, Metric("a_request") with { Calculation = "with_seats / total_api_requests" });

        Assert.Equal((28.532m, 7.133m), (known["with_seats"], known["a_request"]));
    }

    [Fact]
    public void A_formula_of_what_is_not_measured_gives_no_value_and_spoils_no_other()
    {
        var known = Variables(Metric("rent_share") with { Calculation = "rent / 2" }, Metric("total_cost") with { Calculation = "rent" }, Metric("doubled") with { Calculation = "2 * total_cost" });

        Assert.DoesNotContain("rent_share", known.Keys);
        Assert.Equal((16.532m, 33.064m), (known["total_cost"], known["doubled"]));
    }

    private static TrackedMetric Metric(string name) => new(name, null, null, null, false, [], null);

    private static IReadOnlyDictionary<string, decimal> Variables(params TrackedMetric[] metrics) => CostBook.Of(Two(CostTracking.Default with { Metrics = metrics })).Variables;

    private static CostBook Of(params UserState[] users) => CostBook.Of(users is [] ? Two(CostTracking.Default) : Told.Run(CostTracking.Default, users));

    private static RunResult Two(CostTracking costs) => Told.Run(
        costs,
        Told.User([Told.Analysed(300, 600), Told.AnalysedSilently()], 149m),
        Told.User([Told.AnalysedSilently(), Story.Profile()], 69m, 20m));
}
