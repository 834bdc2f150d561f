using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Sessions;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clauses 2.6–2.9, on the boundary and one step to either side.</summary>
public sealed class SessionPolicyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid User = Guid.NewGuid();
    private static readonly Guid Session = Guid.NewGuid();
    private static readonly SessionPolicy Policy = new(new TokenPolicy());

    [Theory]
    [InlineData("29:59", AccessVerdict.Allowed)]
    [InlineData("30:00", AccessVerdict.SessionExpired)]
    [InlineData("61:00", AccessVerdict.SessionExpired)]
    public void A_session_is_over_after_30_minutes_without_use(string idleFor, AccessVerdict expected) =>
        Policy.Judge(Token(issued: Noon), Used(Noon), Noon + Minutes(idleFor)).Should().Be(expected);

    [Theory]
    [InlineData("59:59", AccessVerdict.Allowed)]
    [InlineData("60:00", AccessVerdict.TokenExpired)]
    public void A_token_in_use_is_good_for_60_minutes(string age, AccessVerdict expected) =>
        Policy.Judge(Token(issued: Noon), Used(Noon + Minutes(age) - Minutes("01:00")), Noon + Minutes(age)).Should().Be(expected);

    [Fact]
    public void A_session_that_has_ended_is_over_at_once() =>
        Policy.Judge(Token(issued: Noon), Used(Noon) with { EndedAt = Noon }, Noon).Should().Be(AccessVerdict.SessionExpired);

    [Fact]
    public void A_token_without_a_session_is_nobodys() =>
        Policy.Judge(Token(issued: Noon), null, Noon).Should().Be(AccessVerdict.Unauthorized);

    [Fact]
    public void A_session_of_somebody_else_is_no_session_however_old() =>
        Policy.Judge(Token(issued: Noon), Used(Noon - TimeSpan.FromDays(1)) with { UserId = Guid.NewGuid() }, Noon)
            .Should().Be(AccessVerdict.Unauthorized);

    [Fact]
    public void A_session_of_another_e_mail_is_no_session() =>
        Policy.Judge(Token(issued: Noon), Used(Noon) with { Email = "other@example.com" }, Noon).Should().Be(AccessVerdict.Unauthorized);

    private static AccessClaims Token(DateTimeOffset issued) => new(User, Session, "a@example.com", issued + new TokenPolicy().Lifetime);

    private static SessionFacts Used(DateTimeOffset at) => new(User, "a@example.com", at, null);

    private static TimeSpan Minutes(string text) => new(0, int.Parse(text[..2]), int.Parse(text[3..]));
}
