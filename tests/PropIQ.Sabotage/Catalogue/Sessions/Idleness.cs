using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>Sessions that nobody uses end too late, too early, or with others.</summary>
internal static class Idleness
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("idle_never_ends", "A session is never over, however long nobody uses it.")
        {
            Cases = ["session_timeout_30_minutes", "idleness_is_a_sessions_own", "refresh_does_not_revive", "courses_of_events"],
            Clauses = ["2.7"],
            Host = Idling(_ => TimeSpan.FromDays(365)),
        },
        new("idle_ends_a_second_late", "A session left alone for exactly half an hour is not over yet.")
        {
            Cases = ["session_timeout_30_minutes", "refresh_does_not_revive"],
            Clauses = ["2.7"],
            Host = Idling(limit => limit + TimeSpan.FromSeconds(1)),
        },
        new("idle_ends_early", "A session is over after twenty idle minutes.")
        {
            Cases = ["off_peak_hours_usage_evening", "session_timeout_30_minutes"],
            Clauses = ["2.7"],
            Host = Idling(_ => TimeSpan.FromMinutes(20)),
        },
        new("idle_ends_in_minutes", "A session is over after three idle minutes.")
        {
            Cases = ["fast_session_under_15_minutes"],
            Clauses = ["2.7"],
            Host = Idling(_ => TimeSpan.FromMinutes(3)),
        },
        new("expiry_before_idleness", "Who comes back after an hour is told to renew a session that is over.")
        {
            Cases = ["idle_before_expiry"],
            Clauses = ["2.7"],
            Host = host => host.Twist<ISessionPolicy>(
                nameof(ISessionPolicy.Judge),
                real => (AccessClaims token, SessionFacts? session, DateTimeOffset now) => token.ExpiresAt <= now ? AccessVerdict.TokenExpired : real.Judge(token, session, now)),
        },
        new("idle_revived_by_refresh", "Renewing brings back a session that is over.")
        {
            Cases = ["refresh_does_not_revive"],
            Clauses = ["2.7"],
            Host = host => host.Twist<IRefreshPolicy>(
                nameof(IRefreshPolicy.Judge), real => (RefreshFacts? token, DateTimeOffset now) => real.Judge(token is null ? null : token with { LastUsedAt = now }, now)),
        },
        new("idle_revived_by_another_session", "The phone in use keeps the laptop's session alive.")
        {
            Cases = ["idleness_is_a_sessions_own"],
            Clauses = ["2.8"],
            Host = host => host.Twist<IAuthenticator>(
                nameof(IAuthenticator.AuthenticateAsync),
                (real, provider) => async (HttpContext context) =>
                {
                    var caller = await real.AuthenticateAsync(context);
                    await provider.ExecuteAsync(
                        "update sessions set last_used_at = greatest(last_used_at, @now) where user_id = @UserId and ended_at is null",
                        new { now = caller.Clock.GetUtcNow(), caller.UserId });
                    return caller;
                }),
        },
        new("mistakes_do_not_count_as_use", "A session whose requests were refused counts as idle.")
        {
            Cases = ["mistakes_count_as_use"],
            Clauses = ["2.7"],
            Host = host => host.OnRefusal(null, async (context, refusal) =>
            {
                if (context.Features.Get<Caller>() is { } caller)
                {
                    // As if the request had never been.
                    await context.RequestServices.ExecuteAsync(
                        "update sessions set last_used_at = last_used_at - interval '15 minutes' where id = @SessionId", new { caller.SessionId });
                }

                throw refusal;
            }),
        },
        new("refused_requests_count_as_use", "Knocking with a token that has expired keeps a session alive.")
        {
            Cases = ["refused_requests_are_no_use"],
            Clauses = ["2.7"],
            Host = host => host.TwistFailures<IAuthenticator>(
                nameof(IAuthenticator.AuthenticateAsync),
                (real, provider) => async (HttpContext context) =>
                {
                    try
                    {
                        return await real.AuthenticateAsync(context);
                    }
                    catch (Refusal refusal) when (refusal.Code == "token_expired")
                    {
                        var claims = await provider.GetRequiredService<IAccessTokens>().ReadAsync(context.Request.Headers.Authorization.ToString()["Bearer ".Length..]);
                        await provider.ExecuteAsync(
                            "update sessions set last_used_at = @now where id = @SessionId",
                            new { now = provider.GetRequiredService<ReferenceApi.Testing.IUserClocks>().For(claims!.Email).GetUtcNow(), claims.SessionId });
                        throw;
                    }
                }),
        },
        new("idle_phone_ends_the_laptop", "When the phone has been left alone for too long the laptop is logged out, too.")
        {
            Cases = ["idleness_is_a_sessions_own"],
            Clauses = ["2.8"],
            Host = host => host.TwistFailures<IAuthenticator>(nameof(IAuthenticator.AuthenticateAsync), (real, provider) => async (HttpContext context) =>
            {
                try
                {
                    return await real.AuthenticateAsync(context);
                }
                catch (Refusal refusal) when (refusal.Code == "session_expired")
                {
                    var claims = await provider.GetRequiredService<IAccessTokens>().ReadAsync(context.Request.Headers.Authorization.ToString()["Bearer ".Length..]);
                    await provider.ExecuteAsync(
                        """
                        update sessions set ended_at = last_used_at
                        where ended_at is null and user_id in (select user_id from sessions where id = @SessionId and ended_at - last_used_at >= interval '30 minutes')
                        """,
                        new { claims!.SessionId });
                    throw;
                }
            }),
        },
    ];

    private static Action<IServiceCollection> Idling(Func<TimeSpan, TimeSpan> limit) => host => host.Wrap<ISessionPolicy>(
        (_, provider) => new SessionsOf(provider.GetRequiredService<ITokenPolicy>(), limit(SessionPolicy.IdleLimit)));

    // The real policy asks itself for the cutoff, so that replacing that alone would be half a fault.
    private sealed class SessionsOf(ITokenPolicy tokens, TimeSpan limit) : ISessionPolicy
    {
        private readonly SessionPolicy real = new(tokens);

        public DateTimeOffset IdleCutoff(DateTimeOffset now) => now - limit;

        public AccessVerdict Judge(AccessClaims token, SessionFacts? session, DateTimeOffset now) => session is { EndedAt: null } && session.LastUsedAt > IdleCutoff(now)
            ? real.Judge(token, session with { LastUsedAt = now }, now)
            : session is null ? real.Judge(token, null, now) : real.Judge(token, session with { LastUsedAt = DateTimeOffset.MinValue }, now);
    }
}
