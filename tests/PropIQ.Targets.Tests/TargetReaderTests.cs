using FluentAssertions;
using PropIQ.Client;
using PropIQ.Targets.Reading;
using Xunit;

namespace PropIQ.Targets.Tests;

public sealed class TargetReaderTests
{
    [Fact]
    public void A_file_says_how_paths_and_members_are_spelt()
    {
        var wire = Reading.Of("""
            base_url: http://127.0.0.1:8000
            prefix: /api/v1/
            naming: camel
            endpoints: { /health: /status }
            members: { access_token: token }
            """).Wire;

        wire.PathFor("/auth/me").Should().Be("/api/v1/auth/me");
        wire.PathFor("/health").Should().Be("/status");
        wire.Naming.Should().Be(MemberNaming.Camel);
        wire.ToWire("access_token").Should().Be("token");
        wire.ToWire("refresh_token").Should().Be("refreshToken");
    }

    [Fact]
    public void Other_numbers_than_the_contracts_take_the_contracts_plans_away()
    {
        Reading.Of("base_url: http://127.0.0.1\nplans: { pro: { analyses: 80 } }").Capabilities.Should().NotContain(Capability.ContractPlans);
        Reading.Of("base_url: http://127.0.0.1\nplans: { pro: { analyses: 60, price_id: price_1 } }").Capabilities.Should().Contain(Capability.ContractPlans);
    }

    [Theory]
    [InlineData("base_ulr: http://127.0.0.1", "t.yaml(1,1): error: base_ulr: is not known", "Did you mean \"base_url\"?")]
    [InlineData("base_url: http://127.0.0.1\nnaming: pascal", "t.yaml(2,9): error: naming: \"pascal\" is none of snake, camel", "")]
    [InlineData("base_url: http://127.0.0.1\nprefix: api", "t.yaml(2,9): error: prefix: \"api\" is no path", "\"/api/v1\"")]
    [InlineData("base_url: localhost:8000", "t.yaml(1,11): error: base_url: an address is expected", "")]
    [InlineData("base_url: http://ann:pw@127.0.0.1", "t.yaml(1,11): error: base_url: an address must not hold a name or a password", "")]
    [InlineData("base_url: http://127.0.0.1\nendpoints: { /auth/login_: /in }", "endpoints./auth/login_: is no path of the contract.", "Did you mean \"/auth/login\"?")]
    [InlineData("base_url: http://127.0.0.1\nendpoints: { '/propiq/analyses/{id}': /a }", "t.yaml(2,", "a path is expected with {id} in it")]
    [InlineData("base_url: http://127.0.0.1\nmembers: { acces_token: t }", "members.acces_token: is no member of the contract.", "Did you mean \"access_token\"?")]
    [InlineData("base_url: http://127.0.0.1\nmembers: { access_token: t, refresh_token: t }", "\"t\" stands for access_token and refresh_token", "")]
    [InlineData("base_url: http://127.0.0.1\ncapabilities: [clok]", "capabilities: \"clok\" is no capability.", "Did you mean \"clock\"?")]
    [InlineData("base_url: http://127.0.0.1\ncapabilities: [clock]", "clock is declared, but no secret of the testing interface is in the environment", "PROPIQ_TESTING_SECRET")]
    [InlineData("base_url: http://127.0.0.1\ncapabilities: [paid-plans]", "paid-plans is declared, but none of user-seeding", "webhook-secret is")]
    [InlineData("base_url: http://127.0.0.1\nrequests_per_second: 0", "t.yaml(2,22): error: requests_per_second: a whole number from 1 is expected", "")]
    [InlineData("base_url: http://127.0.0.1\nplans: { gold: { price: 5 } }", "plans.gold: is not known", "")]
    [InlineData("base_url: http://127.0.0.1\nplans: { pro: { warns_from: 70 } }", "warnings from 70 would never come with 60 analyses", "")]
    [InlineData("base_url: http://127.0.0.1\ndeviations: [{ reason: x, since: 2026-01-01 }]", "either a case", "")]
    [InlineData("base_url: http://127.0.0.1\ndeviations: [{ case: a, reason: x, since: soon }]", "\"soon\" is no date", "2026-01-31")]
    [InlineData("base_url: http://127.0.0.1\ndeviations: [{ case: a, since: 2026-01-01 }]", "reason: is missing", "")]
    [InlineData("- a", "t.yaml(1,1): error: a mapping with \"base_url:\" is expected.", "")]
    [InlineData("base_url: [", "this is not YAML", "t.yaml(")]
    [InlineData("", "is empty", "")]
    public void What_is_wrong_is_told_with_its_place_and_what_to_do(string yaml, string what, string hint) =>
        Reading.ErrorOf(yaml).Should().Match(error => error.Contains(what) && error.Contains(hint), "it should name {0} and {1}", what, hint);

    [Fact]
    public void Paid_plans_may_be_declared_beside_what_brings_somebody_there()
    {
        var target = TargetReader.Read("t.yaml", "base_url: http://127.0.0.1\ncapabilities: [paid-plans, webhook-secret]", name => name == TargetChoice.WebhookVariable ? "whsec" : null);
        target.Capabilities.Should().Contain(Capability.WebhookSecret);
        Capability.IsMet(Capability.PaidPlans, target.Capabilities).Should().BeTrue();
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() =>
        Reading.ErrorOf("naming: pascal\ntimeout: long").Should().Contain("base_url: is missing").And.Contain("naming").And.Contain("timeout");

    [Fact]
    public void An_address_from_the_environment_takes_the_place_of_the_files() =>
        Reading.Of("base_url: http://127.0.0.1:1", (TargetChoice.BaseUrlVariable, "http://127.0.0.1:2")).BaseUrl.Port.Should().Be(2);

    [Fact]
    public void Elsewhere_requests_are_paced_unless_the_file_says_how()
    {
        Reading.Of("base_url: https://staging.example.com").RequestsPerSecond.Should().Be(10);
        Reading.Of("base_url: https://staging.example.com\nrequests_per_second: 5").RequestsPerSecond.Should().Be(5);
        Reading.Of("base_url: http://127.0.0.1").RequestsPerSecond.Should().BeNull();
    }

    [Fact]
    public void Dates_of_a_deviation_bound_it()
    {
        var known = Reading.Of("base_url: http://127.0.0.1\ndeviations: [{ case: a, reason: x, since: 2026-01-01, until: 2026-02-01 }]").Deviations.Should().ContainSingle().Subject;

        known.IsOver(new DateOnly(2026, 2, 1)).Should().BeFalse();
        known.IsOver(new DateOnly(2026, 2, 2)).Should().BeTrue();
    }
}
