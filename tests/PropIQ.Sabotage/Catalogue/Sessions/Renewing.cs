using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts.Tokens;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Domain.Sessions;
using PropIQ.ReferenceApi.Http;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>Renewing and logging out do too much or too little.</summary>
internal static class Renewing
{
    public static IReadOnlyList<Saboteur> All =>
    [
        new("refresh_token_reusable", "A refresh token can be used again and again: a copy is as good as the original.")
        {
            Cases = ["refresh_token_reuse", "refresh_token_race"],
            Clauses = ["2.3"],
            Host = Refreshing((real, token, now) => real.Judge(token is null ? null : token with { UsedAt = null }, now)),
        },
        new("reuse_spares_the_session", "A refresh token that was stolen and used twice leaves the thief's session running.")
        {
            Cases = ["refresh_token_reuse", "refresh_token_race"],
            Clauses = ["2.3"],
            Host = Refreshing((real, token, now) => real.Judge(token, now) is var verdict && verdict == RefreshVerdict.Reused ? RefreshVerdict.Invalid : verdict),
        },
        new("reuse_forgiven_for_seconds", "For ten seconds a refresh token can be used again.")
        {
            Cases = ["refresh_token_race"],
            Clauses = ["2.3"],
            Host = Refreshing((real, token, now) => token is { UsedAt: { } used } && now - used < TimeSpan.FromSeconds(10)
                ? real.Judge(token with { UsedAt = null }, now)
                : real.Judge(token, now)),
        },
        new("refresh_gives_the_same_access_token", "Renewing gives back the access token that is about to end.")
        {
            Cases = ["expired_token_refresh"],
            Clauses = ["2.3"],
            Host = host => host.Twist<IAccessTokens>(nameof(IAccessTokens.Issue), real =>
            {
                var issued = new ConcurrentDictionary<Guid, string>();
                return (AccessClaims claims, DateTimeOffset at) => issued.GetOrAdd(claims.SessionId, _ => real.Issue(claims, at));
            }),
        },
        new("refresh_within_a_second_gives_the_same_access_token", "Access tokens have nothing in them but their times: two of one second are one.")
        {
            Cases = ["expired_token_refresh"],
            Clauses = ["2.3"],
            Host = host => host.Twist<IAccessTokens>(nameof(IAccessTokens.Issue), real =>
            {
                var issued = new ConcurrentDictionary<(Guid, long), string>();
                return (AccessClaims claims, DateTimeOffset at) => issued.GetOrAdd((claims.SessionId, at.ToUnixTimeSeconds()), _ => real.Issue(claims, at));
            }),
        },
        new("refresh_kills_the_access_token", "Renewing ends the access token that another tab is working with.")
        {
            Cases = ["expired_token_refresh"],
            Clauses = ["2.3"],
            Host = host => host
                .Twist<IAccessTokens>(nameof(IAccessTokens.ReadAsync), (real, provider) => async (string token) =>
                    Newest.TryGetValue(provider, out var newest) && await real.ReadAsync(token) is { } claims && newest.TryGetValue(claims.SessionId, out var latest) && latest != token
                        ? null
                        : await real.ReadAsync(token))
                .Twist<IAccessTokens>(nameof(IAccessTokens.Issue), (real, provider) => (AccessClaims claims, DateTimeOffset at) =>
                    Newest.GetValue(provider, _ => [])[claims.SessionId] = real.Issue(claims, at)),
        },
        new("access_token_renews", "An access token renews its own session, for ever.")
        {
            Cases = ["refresh_needs_a_refresh_token"],
            Clauses = ["2.3"],
            Host = host => host.Intercept("/auth/refresh", async (context, real) =>
            {
                var token = context.Features.Get<JsonBody>()?.Text("refresh_token").Value ?? "";
                if (await context.RequestServices.GetRequiredService<IAccessTokens>().ReadAsync(token) is { } claims)
                {
                    await context.Response.WriteAsJsonAsync(new TokenAnswer(token, "bearer", 3600, token, new AccountView(claims.UserId, claims.Email, "free")), Json.Options);
                    return;
                }

                await real(context);
            }),
        },
        new("wrong_refresh_token_ends_the_session", "Whoever renews with something else by mistake is told that the session is over.")
        {
            Cases = ["refresh_needs_a_refresh_token"],
            Clauses = ["2.3"],
            Host = Refreshing((real, token, now) => real.Judge(token, now) is var verdict && verdict == RefreshVerdict.Invalid ? RefreshVerdict.SessionExpired : verdict),
        },
        new("logout_ineffective", "After logging out both tokens go on.")
        {
            Cases = ["logout_ends_the_session"],
            Clauses = ["2.5"],
            Host = host => host.Intercept("/auth/logout", (context, _) =>
            {
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            }),
        },
        new("logout_ends_every_session", "Logging out on the phone logs the laptop out.")
        {
            Cases = ["logout_ends_the_session"],
            Clauses = ["2.5", "2.8"],
            Host = host => host.Intercept("/auth/logout", async (context, real) =>
            {
                var caller = context.Features.Get<Caller>()!;
                await real(context);
                await context.RequestServices.ExecuteAsync("update sessions set ended_at = last_used_at where user_id = @UserId", new { caller.UserId });
            }),
        },
        new("logout_rate_limited", "Who has asked too much cannot log out.")
        {
            Cases = ["logout_is_never_too_much"],
            Clauses = ["2.5"],
            Host = host => host.Reroute("/auth/logout", endpoint => endpoint.Without<NoRateLimitTerm>()),
        },
        new("login_ends_other_sessions", "Whoever logs in on the phone is thrown out on the laptop.")
        {
            Cases = ["concurrent_logins_from_different_ips", "logout_ends_the_session"],
            Clauses = ["2.8"],
            Host = host => host.Twist<IAuthenticator>(
                nameof(IAuthenticator.AuthenticateAsync),
                (real, provider) => async (HttpContext context) =>
                {
                    var caller = await real.AuthenticateAsync(context);
                    return await provider.IsThereAsync("select exists (select from sessions where user_id = @UserId and id > @SessionId)", new { caller.UserId, caller.SessionId })
                        ? throw AccessRefusals.SessionExpired()
                        : caller;
                }),
        },
        new("renewing_tells_the_plan_of_the_login", "Whoever renews after a change of plan is shown the plan of the login.")
        {
            Cases = ["mid_month_tier_upgrade", "subscription_canceled_to_free"],
            Clauses = ["2.3"],
            Host = host =>
            {
                var tiers = new ConcurrentDictionary<string, string>();
                foreach (var path in (string[])["/auth/signup", "/auth/login"])
                {
                    host.Intercept(path, (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
                        tiers[answer["user"]!["id"]!.GetValue<string>()] = answer["user"]!["tier"]!.GetValue<string>()));
                }

                host.Intercept("/auth/refresh", (context, real) => ChangedAnswer.OfAsync(context, real, answer =>
                {
                    if (tiers.TryGetValue(answer["user"]!["id"]!.GetValue<string>(), out var tier))
                    {
                        answer["user"]!["tier"] = tier;
                    }
                }));
            },
        },
    ];

    private static System.Runtime.CompilerServices.ConditionalWeakTable<IServiceProvider, ConcurrentDictionary<Guid, string>> Newest { get; } = [];

    private static Action<IServiceCollection> Refreshing(Func<IRefreshPolicy, RefreshFacts?, DateTimeOffset, RefreshVerdict> instead) =>
        host => host.Twist<IRefreshPolicy>(nameof(IRefreshPolicy.Judge), real => (RefreshFacts? token, DateTimeOffset now) => instead(real, token, now));
}
