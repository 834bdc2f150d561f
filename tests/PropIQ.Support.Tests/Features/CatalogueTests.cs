using System.Text.RegularExpressions;
using FluentAssertions;
using Gherkin.Ast;
using Xunit;

namespace PropIQ.Support.Tests.Features;

/// <summary>Catalogue, scenarios and contract stay in step: nothing that was promised goes missing without a word.</summary>
public sealed partial class CatalogueTests
{
    private const string EdgeTag = "@edge:";
    private static readonly string[] Severities = ["critical", "high", "medium"];

    /// <summary>The ids of the guide's cases: they may not be renamed, since simulation profiles name them.</summary>
    private static readonly string[] GuideIds =
    [
        "jwt_expires_after_60_minutes", "concurrent_logins_from_different_ips", "expired_token_refresh", "session_timeout_30_minutes",
        "free_tier_soft_warning_4of5", "free_tier_hard_block_5of5", "usage_limit_warning_60_analyses", "paid_tier_limit_warning_58_of_60",
        "paid_tier_limit_warning_98_of_100", "usage_limit_hard_block", "usage_counter_monthly_reset", "successful_checkout",
        "stripe_payment_failure_insufficient_funds", "payment_retry_after_failure", "stripe_webhook_duplicate_event", "tier_upgrade_mid_session",
        "mid_month_tier_upgrade", "downgrade_with_data_loss_warning", "price_shopping_no_conversion", "invalid_property_address_empty",
        "invalid_property_address_typo", "international_address", "unicode_special_characters_address", "negative_purchase_price",
        "calculator_division_by_zero", "extremely_large_property_value_15M", "high_property_values_800k_plus", "high_value_properties_1M_plus",
        "openai_token_limit_exceeded", "duplicate_analysis_submission", "concurrent_analyses_3_requests", "concurrent_analyses_10_requests",
        "api_rate_limit_20_requests", "export_batch_5_properties", "large_export_8_properties", "export_large_dataset_50_properties",
        "database_query_timeout", "azure_openai_unavailable", "long_session_90_minutes", "fast_session_under_15_minutes",
        "free_tier_export_restriction", "free_tier_history_limit_10_items", "off_peak_hours_usage_evening", "california_property_tax_calculations",
        "commercial_property_calculations", "new_user_onboarding_email", "support_chat_high_volume_5_messages", "slack_new_signup",
        "slack_recurring_payment", "slack_payment_failed", "slack_subscription_canceled", "wandb_analysis_logged", "clarity_tag_present",
    ];

    private static readonly IReadOnlyList<(string Path, string Title, string Id)> Tagged =
    [
        .. from path in FeatureFiles.Paths
           let feature = FeatureFiles.Read(path)
           from each in FeatureFiles.Scenarios(feature)
           from tag in TagsOf(feature, each.Rule, each.Scenario)
           where tag.StartsWith(EdgeTag, StringComparison.Ordinal)
           select (path, each.Scenario.Name, tag[EdgeTag.Length..]),
    ];

    [Fact]
    public void The_guides_cases_are_all_there() => Catalogue.Cases.Select(edge => edge.Id).Should().Contain(GuideIds);

    [Fact]
    public void Names_are_unique()
    {
        var names = Catalogue.Cases.SelectMany(edge => edge.Aliases.Append(edge.Id)).ToList();
        names.Should().OnlyHaveUniqueItems("a simulation profile must find one case by a name");
        names.Should().OnlyContain(name => SnakeCase().IsMatch(name));
    }

    [Fact]
    public void Every_case_says_what_it_is_and_who_is_hurt()
    {
        foreach (var edge in Catalogue.Cases)
        {
            edge.Wording.Should().NotBeNullOrWhiteSpace("{0} needs a wording", edge);
            edge.Hurt.Should().MatchRegex(@"^\p{Lu}.+\.$", "{0} needs a sentence that says who is hurt", edge);
            edge.Severity.Should().BeOneOf(Severities, "{0} needs a severity", edge);
            edge.Clauses.Should().NotBeEmpty("{0} needs the clauses that promise it", edge);
            edge.Clauses.Should().BeSubsetOf(Catalogue.Clauses.Keys, "{0} names clauses that the contract has", edge);
        }
    }

    [Fact]
    public void Every_case_has_a_scenario() =>
        Catalogue.Cases.Select(edge => edge.Id).Except(Tagged.Select(tagged => tagged.Id))
            .Should().BeEmpty("each case needs a scenario tagged @edge:<id>");

    [Fact]
    public void Every_tag_has_a_case() =>
        Tagged.Where(tagged => Catalogue.Cases.All(edge => edge.Id != tagged.Id))
            .Should().BeEmpty("each @edge tag needs a case in features/edge-cases.yaml");

    [Fact]
    public void Every_clause_has_a_case() =>
        Catalogue.Clauses.Keys.Except(Catalogue.Cases.SelectMany(edge => edge.Clauses))
            .Should().BeEmpty("each clause of the contract needs a case that shows it");

    [Fact]
    public void Every_needed_capability_is_said_by_the_scenario()
    {
        var known = new[]
        {
            "clock", "user-seeding", "openai-faults", "stripe-mock", "slack-mock", "email-mock", "wandb-mock", "database-stall", "outbox", "own-host",
            "webhook-secret", "token-secret", "paid-plans", "strong-hashing", "source-addresses", "contract-plans",
        };
        var needs = from path in FeatureFiles.Paths
                    let feature = FeatureFiles.Read(path)
                    from each in FeatureFiles.Scenarios(feature)
                    from tag in TagsOf(feature, each.Rule, each.Scenario)
                    where tag.StartsWith("@needs:", StringComparison.Ordinal)
                    select tag["@needs:".Length..];
        needs.Distinct().Should().BeSubsetOf(known, "a capability that nobody offers would skip its scenario for ever");
        Catalogue.Cases.SelectMany(edge => edge.Needs).Distinct().Should().BeSubsetOf(known);
    }

    private static IEnumerable<string> TagsOf(Feature feature, Rule? rule, Scenario scenario) =>
        feature.Tags.Concat(rule?.Tags ?? []).Concat(scenario.Tags).Concat(scenario.Examples.SelectMany(examples => examples.Tags)).Select(tag => tag.Name);

    [GeneratedRegex("^[a-zA-Z0-9]+(_[a-zA-Z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
