using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>Access tokens end too late, too early, or not at all.</summary>
internal static class Lifetimes
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("tokens_live_61_minutes", "An access token is good for a minute more than an hour.")
        {
            Cases = ["jwt_expires_after_60_minutes", "signup_opens_one_account", "expired_token_refresh"],
            Clauses = ["2.1", "2.6"],
            Host = host => host.Twist<ITokenPolicy>(nameof(ITokenPolicy.Lifetime), _ => () => TimeSpan.FromMinutes(61)),
        },
        new("expired_token_has_leeway", "An access token goes on for half a minute after its end.")
        {
            Cases = ["jwt_expires_after_60_minutes", "real_clock_expiry"],
            Clauses = ["2.6"],
            Host = Expiring((real, end, now) => real.IsExpired(end.AddSeconds(30), now)),
        },
        new("token_good_at_its_very_end", "An access token is still good in the second in which it ends.")
        {
            Cases = ["jwt_expires_after_60_minutes", "expired_token_refresh"],
            Clauses = ["2.6"],
            Host = Expiring((_, end, now) => end < now),
        },
        new("token_expires_a_minute_early", "An access token is refused a minute before its hour is over.")
        {
            Cases = ["jwt_expires_after_60_minutes", "expired_token_refresh", "real_clock_expiry"],
            Clauses = ["2.6"],
            Host = Expiring((real, end, now) => real.IsExpired(end.AddMinutes(-1), now)),
        },
        new("use_prolongs_a_token", "An access token that is in use never ends.")
        {
            Cases = ["jwt_expires_after_60_minutes"],
            Clauses = ["2.6"],
            Host = Expiring((_, _, _) => false),
        },
        new("session_renewed_once_only", "A long session asks for the password in the middle of the work: it can be renewed once.")
        {
            Cases = ["long_session_90_minutes"],
            Clauses = ["2.8"],
            Host = host => host.Twist<IAccessTokens>(nameof(IAccessTokens.Issue), real =>
            {
                var issued = new ConcurrentDictionary<Guid, int>();
                return (AccessClaims claims, DateTimeOffset at) => issued.AddOrUpdate(claims.SessionId, 1, (_, count) => count + 1) > 2
                    ? throw new Refusal(401, "session_expired", "The session is over. Please log in again.")
                    : real.Issue(claims, at);
            }),
        },
        new("tokens_end_at_midnight", "An access token does not outlive the day, in UTC, on which it was made.")
        {
            Cases = ["jwt_expires_after_60_minutes"],
            Clauses = ["2.6"],
            Host = Expiring((real, end, now) => real.IsExpired(end, now) || (end - real.Lifetime).UtcDateTime.Date < now.UtcDateTime.Date),
        },
    ];

    private static Action<IServiceCollection> Expiring(Func<ITokenPolicy, DateTimeOffset, DateTimeOffset, bool> instead) =>
        host => host.Twist<ITokenPolicy>(nameof(ITokenPolicy.IsExpired), real => (DateTimeOffset end, DateTimeOffset now) => instead(real, end, now));
}
