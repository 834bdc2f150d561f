using PropIQ.Simulator.Expectations;
using Xunit;

namespace PropIQ.Simulator.Tests.Evidence;

public sealed class ContractNoteTests
{
    [Theory]
    [InlineData(409, "user_exists", "2.1")]
    [InlineData(422, "validation_failed", "2.1")]
    [InlineData(401, "invalid_credentials", "2.2")]
    [InlineData(401, "token_expired", "2.6")]
    [InlineData(401, "session_expired", "2.7")]
    [InlineData(404, "not_found", "2.10")]
    [InlineData(422, "invalid_property_type", "3.2")]
    [InlineData(422, "invalid_address", "3.3")]
    [InlineData(422, "invalid_price", "3.4")]
    [InlineData(413, "payload_too_large", "3.4")]
    [InlineData(429, "usage_limit_reached", "3.5")]
    [InlineData(422, "invalid_paging", "3.11")]
    [InlineData(403, "export_requires_paid_plan", "3.13")]
    [InlineData(422, "invalid_export", "3.13")]
    [InlineData(422, "invalid_comparison", "3.14")]
    [InlineData(422, "invalid_calculator_input", "4.1")]
    [InlineData(422, "unknown_tier", "5.1")]
    [InlineData(422, "price_mismatch", "5.1")]
    [InlineData(409, "already_on_tier", "5.1")]
    [InlineData(409, "checkout_required", "5.3")]
    [InlineData(422, "invalid_message", "6.1")]
    [InlineData(429, "rate_limited", "7.1")]
    public void A_refusal_of_the_contract_is_named_with_its_clause(int status, string code, string clause) => Assert.Equal(
        $"The contract has PropIQ refuse with {status} {code} (clause {clause}): here the profile may contradict it.",
        ContractNote.For([Story.Analysed(Story.Property()), Story.Refused(status, code)]));

    [Fact]
    public void The_first_refusal_of_several_that_the_contract_has_is_named() =>
        Assert.Contains("429 rate_limited", ContractNote.For([Story.Refused(503, "ai_unavailable"), Story.Refused(429, "rate_limited"), Story.Refused(422, "invalid_price")]), StringComparison.Ordinal);

    [Fact]
    public void A_success_contradicts_nothing() => Assert.Null(ContractNote.For([Story.Analysed(Story.Property())]));
}
