using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Testing;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>What holds for a token while it is young does not hold any more when it is old.</summary>
internal static class OldTokens
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Age = TimeSpan.FromMinutes(75);

    public static IReadOnlyList<Saboteur> All =>
    [
        new("forgeries_are_told_they_are_old", "Whether a token has run out is looked at before its signature: an old forgery is told to renew itself.")
        {
            Cases = ["forged_tokens"],
            Clauses = ["2.9"],
            Host = Telling(AccessRefusals.TokenExpired, (token, clock, _) => Task.FromResult(token.TryGetPayloadValue<long>("exp", out var end) && clock.GetUtcNow().ToUnixTimeSeconds() >= end)),
        },
        new("forgeries_are_told_of_the_session", "Whether the session is over is looked at before the signature: a forger learns that there was one.")
        {
            Cases = ["forged_tokens"],
            Clauses = ["2.9"],
            Host = Telling(AccessRefusals.SessionExpired, (token, _, services) => token.TryGetPayloadValue<string>("sid", out var sid) && Guid.TryParse(sid, out var session)
                ? services.IsThereAsync("select exists (select from sessions where id = @session and ended_at is not null)", new { session })
                : Task.FromResult(false)),
        },
        new("old_thefts_forgotten", "Used refresh tokens are kept for an hour: when a copy is shown later, it is refused and the session goes on.")
        {
            Cases = ["refresh_token_reuse"],
            Clauses = ["2.3"],
            Host = host => host.Twist<IRefreshPolicy>(nameof(IRefreshPolicy.Judge), real => (RefreshFacts? token, DateTimeOffset now) =>
                token is { UsedAt: { } used } && now - used >= Kept ? RefreshVerdict.Invalid : real.Judge(token, now)),
        },
        new("refresh_tokens_live_75_minutes", "A session that was used until a moment ago cannot be renewed 75 minutes after the last time.")
        {
            Cases = ["expired_token_refresh"],
            Clauses = ["2.6", "2.8"],
            Host = host => host.Intercept("/auth/refresh", async (context, real) =>
            {
                if (context.Features.Get<JsonBody>()?.Text("refresh_token").Value is { } token && await IsTooOldAsync(RefreshTokens.HashOf(token), context.RequestServices))
                {
                    throw new Refusal(401, "invalid_refresh_token", "The refresh token is not valid. Please log in again.");
                }

                await real(context);
            }),
        },
    ];

    // Whoever is not believed is told something else where what the token says of itself is so.
    private static Action<IServiceCollection> Telling(Func<Refusal> instead, Func<JsonWebToken, TimeProvider, IServiceProvider, Task<bool>> isSo) =>
        host => host.TwistFailures<IAuthenticator>(nameof(IAuthenticator.AuthenticateAsync), (real, provider) => async (HttpContext context) =>
        {
            try
            {
                return await real.AuthenticateAsync(context);
            }
            catch (Refusal refusal) when (refusal.Code == "unauthorized" && new JsonWebTokenHandler().CanReadToken(Shown.Token(context)))
            {
                var token = new JsonWebToken(Shown.Token(context));
                throw token.TryGetPayloadValue<string>("email", out var email) && await isSo(token, provider.GetRequiredService<IUserClocks>().For(email), provider) ? instead() : refusal;
            }
        });

    // Only one that would have been good: used ones and sessions that are over are dealt with as ever.
    private static async Task<bool> IsTooOldAsync(byte[] hash, IServiceProvider services)
    {
        const string From = "from refresh_tokens r join sessions s on s.id = r.session_id join users u on u.id = s.user_id where r.hash";
        var email = (await services.ReadAsync<string>($"select u.email {From} = decode('{Convert.ToHexString(hash)}', 'hex')")).FirstOrDefault();
        if (email is null)
        {
            return false;
        }

        var now = services.GetRequiredService<IUserClocks>().For(email).GetUtcNow();
        return await services.IsThereAsync(
            $"select exists (select {From} = @hash and r.used_at is null and s.ended_at is null and s.last_used_at > @idle and r.issued_at <= @old)",
            new { hash, idle = now - SessionPolicy.IdleLimit, old = now - Age });
    }
}
