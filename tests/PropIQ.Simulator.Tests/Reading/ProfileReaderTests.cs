using PropIQ.Simulator.Actions;
using PropIQ.Simulator.ProfileFormat;
using PropIQ.Simulator.Tests.Profiles;
using Xunit;

namespace PropIQ.Simulator.Tests.Reading;

public sealed class ProfileReaderTests
{
    [Fact]
    public void The_five_power_users_are_read_without_a_complaint()
    {
        var profile = ProfileReader.ReadOwn();

        Assert.Empty(profile.Warnings);
        Assert.Equal(
            ["Portfolio-Manager-Paula", "First-Time-Investor-Frank", "Real-Estate-Agent-Rita", "Weekend-Warrior-Will", "Business-Development-Ben"],
            profile.Users.Select(user => user.Name));
        Assert.Equal(["pro", "free", "pro", "free", "pro"], profile.Users.Select(user => user.StartTier));
        Assert.Equal(50, profile.Users[0].State.AnalysesUsed);
        Assert.Equal(12, profile.Chaos.Count);
    }

    [Fact]
    public void A_profile_of_the_first_runner_is_read_unchanged()
    {
        var profile = ProfileReader.Read("first-runner.yaml", Texts.Resource("first-runner.yaml"));

        Assert.Empty(profile.Warnings);
        Assert.Equal(["free_tier_soft_warning_4of5", "new_user_onboarding_email", "unicode_special_characters_address"], profile.Users[1].DeclaredEdgeCases);
        Assert.Equal(TimeSpan.FromMinutes(30), profile.Config.SessionDuration);
        Assert.Equal(TimeSpan.FromSeconds(5), profile.Order.Steps[1].StartDelay);
    }

    [Fact]
    public void A_wrong_action_is_told_with_line_column_and_the_nearest_name()
    {
        var problem = Error(Texts.OneUser("""{ type: "analyse_property", address: "1 Main St" }"""));

        Assert.Equal(6, problem.At.Line);
        Assert.Equal(17, problem.At.Column);
        Assert.Equal("simulations[1].actions[1].type", problem.Key);
        Assert.Contains("Did you mean \"analyze_property\"?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_a_warning_with_the_nearest_key()
    {
        var profile = ProfileReader.Read("p.yaml", Texts.OneUser("""{ type: "logout", probabilty: 0.5 }"""));

        var warning = Assert.Single(profile.Warnings);
        Assert.Equal(Severity.Warning, warning.Severity);
        Assert.Contains("Did you mean \"probability\"?", warning.Message, StringComparison.Ordinal);
        Assert.StartsWith("p.yaml(6,", warning.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ type: "logout", probability: 1.5 }""", "between 0 and 1")]
    [InlineData("""{ type: "logout", probability: "often" }""", "a number is expected")]
    [InlineData("""{ type: "logout", expected_status: 42 }""", "an HTTP status is expected")]
    [InlineData("""{ type: "analyze_property" }""", "is missing")]
    [InlineData("""{ type: "login", email: "tess@simulated.propiq.test" }""", "is missing")]
    [InlineData("""{ type: "batch_analyze_properties", count: 0 }""", "a whole number from 1")]
    [InlineData("""{ type: "batch_analyze_properties", count: 2, addresses: { a: 1 } }""", "a list of texts")]
    [InlineData("""{ type: "change_plan", tier: "pro", expected_outcome: "change" }""", "Did you mean \"changed\"?")]
    [InlineData("""{ type: "logout", requires: "sing_up" }""", "which no action before it is called")]
    [InlineData("""{ type: "advance_clock", minutes: -5 }""", "clocks only go forward")]
    public void A_wrong_value_is_an_error(string action, string complaint) =>
        Assert.Contains(complaint, Error(Texts.OneUser(action)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_is_no_yaml_is_told_where_it_breaks()
    {
        var problem = Error("simulations:\n  - name: \"a\n    email: b\n\t- c");

        Assert.True(problem.At.Line > 1);
        Assert.Contains("not YAML", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("- a\n- b", "a mapping")]
    [InlineData("simulation_config: { max_speed: true }", "has no users")]
    public void A_file_without_users_is_an_error(string yaml, string complaint) =>
        Assert.Contains(complaint, Error(yaml).Message, StringComparison.Ordinal);

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var wrong = Assert.Throws<ProfileException>(() => ProfileReader.Read("p.yaml", Texts.OneUser("""{ type: "lgin" }""", """{ type: "logout", probability: 2 }""")));

        Assert.Equal(2, wrong.Problems.Count(problem => problem.Severity == Severity.Error));
    }

    [Fact]
    public void A_scenario_of_an_unknown_user_is_an_error()
    {
        var problem = Error(Texts.OneUser(Texts.SignUp) + "chaos_scenarios:\n  - { scenario: \"expired_jwt_token\", trigger_user: \"Tes\" }\n");

        Assert.Contains("Did you mean \"Tess\"?", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_that_is_no_formula_is_an_error() =>
        Assert.Contains("no formula", Error(Texts.OneUser(Texts.SignUp) + "cost_tracking_config:\n  alerts:\n    - { condition: \"cost >\", message: \"m\" }\n").Message, StringComparison.Ordinal);

    [Fact]
    public void An_edge_case_that_nobody_knows_is_a_warning()
    {
        var profile = ProfileReader.Read("p.yaml", Texts.OneUser(Texts.SignUp) + "    edge_cases_to_trigger: [\"usage_limit_hard_bloc\"]\n");

        Assert.Contains("Did you mean \"usage_limit_hard_block\"?", Assert.Single(profile.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_action_of_the_guide_is_there() => Assert.Equal(
        [
            "advance_clock", "analyze_property", "batch_analyze_properties", "change_plan", "compare_properties", "concurrent_analyze_properties",
            "create_checkout_session", "export_analyses", "get_analysis_history", "get_subscription_status", "get_user_profile", "login", "logout",
            "rapid_fire_requests", "refresh_token", "send_support_message", "signup", "simulate_stripe_webhook", "use_deal_calculator", "view_pricing", "visit_home_page",
        ],
        ActionCatalogue.Names);

    [Theory]
    [InlineData("value: 7.50", "7.50")]
    [InlineData("value: 7.50, prorated: \"monthly\"", "7.50")]
    [InlineData("value: 0.25, prorated: \"daily\"", "7.50")]
    [InlineData("warning: \"dear\"", "7.00")]
    public void Hosting_is_priced_by_the_month_or_by_the_day(string metric, string perMonth)
    {
        var profile = ProfileReader.Read("p.yaml", Texts.OneUser(Texts.SignUp) + $"cost_tracking_config:\n  metrics_to_track:\n    - {{ name: \"render_hosting_cost\", {metric} }}\n");

        Assert.Equal(decimal.Parse(perMonth, System.Globalization.CultureInfo.InvariantCulture), profile.Costs.HostingPerMonth);
    }

    private static YamlProblem Error(string yaml) =>
        Assert.Throws<ProfileException>(() => ProfileReader.Read("p.yaml", yaml)).Problems.First(problem => problem.Severity == Severity.Error);
}
