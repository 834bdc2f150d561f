using FluentAssertions;
using PropIQ.Drivers.Attempts;
using Xunit;

namespace PropIQ.Drivers.Tests.Attempts;

/// <summary>The refusals by the clauses of the contract.</summary>
public sealed class RefusalsTests
{
    [Theory]
    [InlineData("the account exists already", 409, "user_exists")]
    [InlineData("the details are not valid", 422, "validation_failed")]
    [InlineData("the e-mail or password is wrong", 401, "invalid_credentials")]
    [InlineData("there were too many requests", 429, "rate_limited")]
    [InlineData("the refresh token is not valid", 401, "invalid_refresh_token")]
    [InlineData("the access token has expired", 401, "token_expired")]
    [InlineData("the session is over", 401, "session_expired")]
    [InlineData("nobody can tell who is asking", 401, "unauthorized")]
    [InlineData("the request cannot be read", 400, "malformed_json")]
    [InlineData("the property type is unknown", 422, "invalid_property_type")]
    [InlineData("the address is not valid", 422, "invalid_address")]
    [InlineData("the price is not valid", 422, "invalid_price")]
    [InlineData("the text is too long for the AI", 413, "payload_too_large")]
    [InlineData("the free allowance is used up", 429, "usage_limit_reached")]
    [InlineData("the plan's allowance is used up", 429, "usage_limit_reached")]
    [InlineData("the AI is not available", 503, "ai_unavailable")]
    [InlineData("the database timed out", 504, "database_timeout")]
    [InlineData("the database is not available", 503, "database_unavailable")]
    [InlineData("the page asked for is not valid", 422, "invalid_paging")]
    [InlineData("there is no such thing", 404, "not_found")]
    [InlineData("exports need a paid plan", 403, "export_requires_paid_plan")]
    [InlineData("the export order is not valid", 422, "invalid_export")]
    [InlineData("the comparison is not valid", 422, "invalid_comparison")]
    [InlineData("the deal's numbers are not valid", 422, "invalid_calculator_input")]
    [InlineData("the plan is unknown", 422, "unknown_tier")]
    [InlineData("the price belongs to another plan", 422, "price_mismatch")]
    [InlineData("it is the present plan already", 409, "already_on_tier")]
    [InlineData("a checkout is needed first", 409, "checkout_required")]
    [InlineData("payments are not available", 503, "payments_unavailable")]
    [InlineData("the signature is not valid", 400, "invalid_signature")]
    [InlineData("the event is not valid", 400, "invalid_payload")]
    [InlineData("the message is not valid", 422, "invalid_message")]
    public void A_reason_stands_for_a_status_and_a_code(string reason, int status, string code)
    {
        var refusal = Refusals.Because(reason);

        (refusal.Status, refusal.Code).Should().Be((status, code));
    }

    [Theory]
    [InlineData("the account exists already", "User already exists")]
    [InlineData("the free allowance is used up", "Free tier limit reached. Upgrade to continue.")]
    [InlineData("the plan's allowance is used up", "Usage limit reached")]
    [InlineData("exports need a paid plan", "Export feature requires paid subscription")]
    public void A_quoted_sentence_is_the_refusals_own(string reason, string sentence)
    {
        Refusals.Because(reason).Sentence.Should().Be(sentence);
        Refusals.Saying(sentence).Reason.Should().Be(reason);
    }

    [Fact]
    public void The_contract_quotes_no_other_sentence() => Refusals.All.Count(refusal => refusal.Sentence is not null).Should().Be(4);

    [Fact]
    public void Whoever_comes_too_often_or_finds_no_AI_is_told_when_to_try_again() =>
        Refusals.All.Where(refusal => refusal.SaysWhenToRetry).Select(refusal => refusal.Code).Should().BeEquivalentTo("rate_limited", "ai_unavailable");

    [Fact]
    public void An_unknown_reason_is_answered_with_the_known_ones() =>
        FluentActions.Invoking(() => Refusals.Because("it rains")).Should().Throw<ArgumentException>()
            .WithMessage("No refusal is known for \"because it rains\". Known reasons: the account exists already; the details are not valid; *; the message is not valid.");

    [Fact]
    public void An_unknown_sentence_is_named() =>
        FluentActions.Invoking(() => Refusals.Saying("It rains.")).Should().Throw<ArgumentException>().WithMessage("No refusal of the contract says \"It rains.\".");
}
