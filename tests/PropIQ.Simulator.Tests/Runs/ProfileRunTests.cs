using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Running;
using PropIQ.Simulator.Tests.Profiles;
using PropIQ.Simulator.Tests.Reporting;
using Xunit;

namespace PropIQ.Simulator.Tests.Runs;

public sealed class ProfileRunTests
{
    [Fact]
    public async Task A_profile_of_the_first_runner_runs_to_its_end()
    {
        var profile = ProfileReader.Read("first-runner.yaml", Texts.Resource("first-runner.yaml"));
        var (_, report) = await Simulated.RunAsync(await World.TargetAsync(), profile);

        Assert.False(report.Run.Incomplete);
        Assert.All(report.UserResults, user => Assert.Equal(profile.Users.Single(given => given.Name == user.Name).Actions.Count, user.Timeline.Count));

        // A sixth free analysis contradicts the contract, and the report says so.
        var error = Assert.Single(report.ErrorsEncountered);
        Assert.Equal(("First-Time-Fiona", 3), (error.User, error.Number));
        Assert.Contains("clause 3.5", error.ContractNote, StringComparison.Ordinal);

        // A webhook after a checkout that did not happen did not fail.
        var webhook = report.UserResults[1].Timeline[^1];
        Assert.Equal(("skipped", "depends on create_checkout_session, which was skipped"), (webhook.Outcome, webhook.Reason));
        Assert.Equal(["Commercial-Investor-Carol"], report.UserResults.Where(user => user.Conversion).Select(user => user.Name));
        Sums.Agree(report);
    }

    [Fact]
    public async Task Without_a_login_by_chance_nothing_fails()
    {
        var report = await RunAsync(Texts.OneUser(
            """{ type: "login", email: "tess@simulated.propiq.test", password: "SimTess2025!Go", probability: 0.0 }""",
            """{ type: "get_user_profile", expected_tier: "free" }""",
            """{ type: "view_pricing" }"""));

        Assert.Equal(["skipped", "skipped", "met"], Outcomes(report));
    }

    [Fact]
    public async Task A_login_that_fails_is_counted_once()
    {
        var report = await RunAsync(Texts.OneUser(
            """{ type: "login", email: "nobody@simulated.propiq.test", password: "SimTess2025!Go" }""",
            """{ type: "get_user_profile" }"""));

        Assert.Equal(["unmet", "skipped"], Outcomes(report));
        Assert.Contains("which failed", report.UserResults[0].Timeline[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warning_presumes_the_analyses_before()
    {
        var report = await RunAsync(Texts.OneUser(
            Texts.SignUp,
            """{ type: "batch_analyze_properties", count: 3, probability: 0.0 }""",
            """{ type: "analyze_property", address: "4 Fourth St, Austin, TX 78701", expected_warning: "4 of 5 free analyses used" }"""));

        Assert.Equal(["met", "skipped", "skipped"], Outcomes(report));
    }

    [Fact]
    public async Task A_limit_that_a_skipped_upgrade_would_have_raised_is_no_failure()
    {
        var report = await RunAsync(Texts.OneUser(
            Texts.SignUp,
            """{ type: "batch_analyze_properties", count: 5 }""",
            """{ type: "simulate_stripe_webhook", event_type: "checkout.session.completed", tier: "starter", probability: 0.0 }""",
            """{ type: "analyze_property", address: "6 Sixth St, Austin, TX 78701", expected_status: 200 }"""));

        Assert.Equal(["met", "met", "skipped", "skipped"], Outcomes(report));
    }

    [Fact]
    public async Task A_failed_payment_costs_no_fee_and_converts_nobody()
    {
        var report = await RunAsync(Texts.OneUser(
            Texts.SignUp,
            """{ type: "create_checkout_session", tier: "starter" }""",
            """{ type: "simulate_stripe_webhook", event_type: "invoice.payment_failed", tier: "starter", amount: 69.00, failure_reason: "insufficient_funds" }"""));

        Assert.Equal(["met", "met", "met"], Outcomes(report));
        Assert.Equal(("$0.00", 0), (report.CostAnalysis.StripeFeesUsd, report.SimulationSummary.ConversionsAchieved));
    }

    [Fact]
    public async Task A_duplicate_event_is_one_charge()
    {
        var report = await RunAsync(Texts.OneUser(
            Texts.SignUp,
            """{ type: "create_checkout_session", tier: "pro" }""",
            """{ type: "simulate_stripe_webhook", event_type: "checkout.session.completed", tier: "pro", amount: 99.00, copies: 3 }"""));

        Assert.Equal(["met", "met", "met"], Outcomes(report));
        Assert.Equal(("$3.17", 1), (report.CostAnalysis.StripeFeesUsd, report.CostAnalysis.StripeTransactions));
        Assert.Contains("stripe_webhook_duplicate_event", report.EdgeCasesTriggered);
        Assert.Equal(3, report.CostAnalysis.ApiRequestsByEndpoint["/stripe/webhook"]);
    }

    [Fact]
    public async Task A_change_of_plan_is_asked_for_and_confirmed()
    {
        var report = await RunAsync(Texts.OneUserOn(
            "pro",
            Texts.LogIn,
            """{ type: "change_plan", tier: "free", expected_outcome: "confirmation_required" }""",
            """{ type: "change_plan", tier: "elite", confirm: true, expected_outcome: "changed" }""",
            """{ type: "get_subscription_status", expected_tier: "elite" }"""));

        Assert.Equal(["met", "met", "met", "met"], Outcomes(report));
        Assert.Equal("elite", report.UserResults[0].ConvertedTo);
    }

    [Fact]
    public async Task Without_a_testing_interface_the_run_says_what_it_needs()
    {
        var target = await World.TargetAsync();
        var (_, report) = await Simulated.RunAsync(
            target with { TestingSecret = null, Stripe = null, SigningSecret = null, Ai = null },
            ProfileReader.Read("p.yaml", Texts.OneUser(Texts.LogIn, """{ type: "advance_clock", minutes: 5 }""", """{ type: "simulate_stripe_webhook", event_type: "invoice.payment_failed" }""")));

        Assert.Contains("needs an account tess@simulated.propiq.test on free", Assert.Single(report.UserResults[0].Notes), StringComparison.Ordinal);
        Assert.Equal(["unmet", "skipped", "skipped"], Outcomes(report));
        Assert.Contains("not possible here", report.UserResults[0].Timeline[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_the_signing_secret_alone_it_signs_for_stripe_itself()
    {
        var target = await World.TargetAsync();
        var (_, report) = await Simulated.RunAsync(
            target with { Stripe = null },
            ProfileReader.Read("p.yaml", Texts.OneUser(Texts.SignUp, """{ type: "simulate_stripe_webhook", event_type: "invoice.payment_failed", tier: "starter", failure_reason: "insufficient_funds" }""")));

        // The signature holds. Whether the event means anything to PropIQ is seen in what it shows, not assumed.
        Assert.Equal([200], report.UserResults[0].Timeline[1].Statuses.Take(1));
        Assert.Equal(1, report.CostAnalysis.ApiRequestsByEndpoint["/stripe/webhook"]);
    }

    private static async Task<SimulationReport> RunAsync(string yaml)
    {
        var (_, report) = await Simulated.RunAsync(await World.TargetAsync(), ProfileReader.Read("p.yaml", yaml));
        Sums.Agree(report);
        return report;
    }

    private static IEnumerable<string> Outcomes(SimulationReport report) => report.UserResults[0].Timeline.Select(action => action.Outcome);
}
