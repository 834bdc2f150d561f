using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Sessions;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>Clauses 2.3 and 2.7: what a refresh token still does.</summary>
public sealed class RefreshPolicyTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly RefreshPolicy Policy = new(new SessionPolicy(new TokenPolicy()));

    [Fact]
    public void A_fresh_one_renews() => Judge(new RefreshFacts(null, Noon, null)).Should().Be(RefreshVerdict.Renew);

    [Fact]
    public void An_unknown_one_is_invalid() => Judge(null).Should().Be(RefreshVerdict.Invalid);

    [Fact]
    public void A_used_one_has_been_copied() => Judge(new RefreshFacts(Noon, Noon, null)).Should().Be(RefreshVerdict.Reused);

    [Fact]
    public void A_used_one_has_been_copied_even_after_the_session_s_end() =>
        Judge(new RefreshFacts(Noon, Noon, Noon)).Should().Be(RefreshVerdict.Reused);

    [Fact]
    public void A_session_that_has_ended_is_not_revived() =>
        Judge(new RefreshFacts(null, Noon, Noon)).Should().Be(RefreshVerdict.SessionExpired);

    [Theory]
    [InlineData(29 * 60 + 59, RefreshVerdict.Renew)]
    [InlineData(30 * 60, RefreshVerdict.SessionExpired)]
    public void Idleness_ends_it_too(int seconds, RefreshVerdict expected) =>
        Policy.Judge(new RefreshFacts(null, Noon, null), Noon.AddSeconds(seconds)).Should().Be(expected);

    private static RefreshVerdict Judge(RefreshFacts? facts) => Policy.Judge(facts, Noon);
}
