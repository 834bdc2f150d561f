using Microsoft.AspNetCore.Http;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Http.Admission;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>A session ends by half, is kept alive by half, or is called something else when it is over.</summary>
internal static class Remainders
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Reach = TimeSpan.FromMinutes(10);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("reuse_ends_renewing_only", "When a refresh token is used twice nobody can renew any more, but the access token goes on to its end.")
        {
            Cases = ["refresh_token_reuse"],
            Clauses = ["2.3"],
            Host = host => host.OnRefusal("/auth/refresh", async (context, refusal) =>
            {
                await context.RequestServices.ExecuteAsync(
                    """
                    with reused as (
                        update refresh_tokens set used_at = coalesce(used_at, issued_at)
                        where session_id = (select session_id from refresh_tokens where hash = @hash and used_at is not null) returning session_id)
                    update sessions set ended_at = null where id in (select session_id from reused)
                    """,
                    new { hash = RefreshTokens.HashOf(context.Features.Get<JsonBody>()?.Text("refresh_token").Value ?? "") });
                throw refusal;
            }),
        },
        new("logged_out_access_token_lives_on", "After logging out the access token goes on to its end; only renewing is over.")
        {
            Cases = ["logout_ends_the_session", "logout_is_never_too_much"],
            Clauses = ["2.5"],
            Host = host => host.Twist<ISessionPolicy>(
                nameof(ISessionPolicy.Judge),
                real => (AccessClaims token, SessionFacts? session, DateTimeOffset now) => real.Judge(token, session is null ? null : session with { EndedAt = null }, now)),
        },
        new("logout_ends_young_tokens_only", "Logging out does not reach an access token that was issued more than ten minutes before.")
        {
            Cases = ["logout_ends_the_session"],
            Clauses = ["2.3", "2.5"],
            Host = host => host.Twist<ISessionPolicy>(nameof(ISessionPolicy.Judge), real => (AccessClaims token, SessionFacts? session, DateTimeOffset now) =>
                real.Judge(token, session is { EndedAt: { } ended } && ended - (token.ExpiresAt - TokenLife) > Reach ? session with { EndedAt = null } : session, now)),
        },
        new("too_large_is_no_use", "A session whose request was too large counts as idle meanwhile.")
        {
            Cases = ["mistakes_count_as_use"],
            Clauses = ["2.7"],
            Host = host => host.TwistFailures<IAdmissionStep>(
                nameof(IAdmissionStep.TakeAsync),
                (real, provider) => async (HttpContext context, EndpointMetadataCollection terms) =>
                {
                    try
                    {
                        await real.TakeAsync(context, terms);
                    }
                    catch (Refusal) when (real is SizeStep && context.Features.Get<Caller>() is not null)
                    {
                        // As if the request had never been.
                        await provider.ExecuteAsync(
                            "update sessions set last_used_at = last_used_at - interval '15 minutes' where id = @SessionId", new { context.Features.Get<Caller>()!.SessionId });
                        throw;
                    }
                }),
        },
        new("idle_refresh_is_called_invalid", "Who renews a session that was left alone for too long reads that the token is wrong.")
        {
            Cases = ["refresh_does_not_revive", "refused_requests_are_no_use"],
            Clauses = ["2.7"],
            Host = host => host.Twist<IRefreshPolicy>(nameof(IRefreshPolicy.Judge), real => (RefreshFacts? token, DateTimeOffset now) =>
                real.Judge(token, now) is var verdict && verdict == RefreshVerdict.SessionExpired ? RefreshVerdict.Invalid : verdict),
        },
        new("reuse_ends_every_session", "When the phone's refresh token is used twice the laptop is logged out, too.")
        {
            Cases = ["refresh_token_reuse"],
            Clauses = ["2.3", "2.8"],
            Host = host => host.OnRefusal("/auth/refresh", async (context, refusal) =>
            {
                await context.RequestServices.ExecuteAsync(
                    """
                    update sessions set ended_at = last_used_at
                    where ended_at is null and user_id in (select s.user_id from sessions s join refresh_tokens r on r.session_id = s.id where r.hash = @hash and r.used_at is not null)
                    """,
                    new { hash = RefreshTokens.HashOf(context.Features.Get<JsonBody>()?.Text("refresh_token").Value ?? "") });
                throw refusal;
            }),
        },
    ];
}
