using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Testing;
using PropIQ.Sabotage.Twisting;
using System.Security.Cryptography;
using System.Text;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>What holds at the front door does not hold at one of the others.</summary>
internal static class SideDoors
{
    private const string Scheme = "Bearer ";

    public static IReadOnlyList<Saboteur> All =>
    [
        new("expired_tokens_compare", "A token that has expired opens nothing any more but comparisons.")
        {
            Cases = ["every_door_is_locked"],
            Clauses = ["2.6"],
            Host = LettingIn("/propiq/compare", "token_expired"),
        },
        new("sessions_that_are_over_look_up_plans", "A session that is over opens nothing any more but the subscription's page.")
        {
            Cases = ["every_door_is_locked"],
            Clauses = ["2.7"],
            Host = LettingIn("/stripe/subscription", "session_expired"),
        },
        new("tokens_in_any_words", "A token is believed however it is shown.")
        {
            Cases = ["tokens_shown_amiss"],
            Clauses = ["2.9"],
            Host = host => host.Twist<IAuthenticator>(nameof(IAuthenticator.AuthenticateAsync), real => (HttpContext context) =>
            {
                if (context.Request.Headers.Authorization is [{ Length: > 0 } shown])
                {
                    context.Request.Headers.Authorization = Scheme + shown.Split(' ')[^1];
                }

                return real.AuthenticateAsync(context);
            }),
        },
        new("support_outside_the_rate_limit", "Support may be asked as often as one likes.")
        {
            Cases = ["rate_limit_at_every_door"],
            Clauses = ["7.1"],
            Host = host => host.Reroute("/support/chat", endpoint => endpoint.Metadata.Add(new NoRateLimitTerm())),
        },
        new("each_door_has_its_own_limit", "A customer may send twenty requests a second to each door, however many to all.")
        {
            Cases = ["rate_limit_per_session", "rate_limit_at_every_door", "rate_limit_is_no_usage_limit"],
            Clauses = ["7.1"],
            Host = host => host.Twist<IRequestLimits>(nameof(IRequestLimits.Admit), real => (HttpContext context, Caller? caller) => real.Admit(
                context,
                caller is null ? null : caller with { SessionId = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.SessionId} {context.Request.Path}")).AsSpan(0, 16)) })),
        },
        new("logins_outside_the_rate_limit", "A stranger may try as many logins as he likes, each with another address.")
        {
            Cases = ["anonymous_rate_limit"],
            Clauses = ["7.1"],
            Host = host => host.Reroute("/auth/login", endpoint => endpoint.Metadata.Add(new NoRateLimitTerm())),
        },
        new("older_copies_spare_the_session", "A copied refresh token ends the session only until the session is renewed once more.")
        {
            Cases = ["refresh_token_reuse"],
            Clauses = ["2.3"],
            Host = host => host.Twist<IRefreshPolicy>(nameof(IRefreshPolicy.Judge), real => (RefreshFacts? token, DateTimeOffset now) =>
                real.Judge(token, now) is RefreshVerdict.Reused && token!.UsedAt < token.LastUsedAt ? RefreshVerdict.Invalid : real.Judge(token, now)),
        },
    ];

    private static Action<IServiceCollection> LettingIn(string path, string inSpiteOf) => host => host.TwistFailures<IAuthenticator>(
        nameof(IAuthenticator.AuthenticateAsync),
        (real, provider) => async (HttpContext context) =>
        {
            try
            {
                return await real.AuthenticateAsync(context);
            }
            catch (Refusal refusal) when (refusal.Code == inSpiteOf && context.Request.Path == path)
            {
                var claims = (await provider.GetRequiredService<IAccessTokens>().ReadAsync(context.Request.Headers.Authorization[0]![Scheme.Length..]))!;
                return new Caller(claims.UserId, claims.SessionId, claims.Email, provider.GetRequiredService<IUserClocks>().For(claims.Email));
            }
        });
}
