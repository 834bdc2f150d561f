using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Http.Admission;
using PropIQ.Sabotage.Twisting;

namespace PropIQ.Sabotage.Catalogue.Sessions;

/// <summary>A token that is good for nothing does harm, or one is overlooked that should be.</summary>
internal static class StrayTokens
{
    public static IReadOnlyList<Saboteur> All =>
    [
        LookingAt("stale_token_shuts_open_doors", "Whoever sends a token along that has run out is turned away where none is needed, at the login too.", "/pricing", "/propiq/calculator", "/auth/login"),
        LookingAt("stale_token_keeps_from_renewing", "Whoever sends the token along that has run out cannot renew the session.", "/auth/refresh"),
        new("logout_revokes_one_token", "Logging out ends the access token that was shown and the renewing; an older access token of the session goes on.")
        {
            Cases = ["logout_ends_the_session"],
            Clauses = ["2.5"],
            Host = host =>
            {
                var revoked = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
                host.Twist<IAuthenticator>(
                        nameof(IAuthenticator.AuthenticateAsync),
                        real => (HttpContext context) => revoked.ContainsKey(Shown.Token(context)) ? throw AccessRefusals.SessionExpired() : real.AuthenticateAsync(context))
                    .Intercept("/auth/logout", async (context, _) =>
                    {
                        revoked[Shown.Token(context)] = true;
                        await context.RequestServices.ExecuteAsync(
                            "delete from refresh_tokens where session_id = @SessionId", new { context.Features.Get<Caller>()!.SessionId });
                        context.Response.StatusCode = StatusCodes.Status204NoContent;
                    });
            },
        },
    ];

    private static Saboteur LookingAt(string id, string breaks, params string[] paths) => new(id, breaks)
    {
        Cases = ["token_where_none_is_needed"],
        Clauses = ["1.2", "2.2", "2.3"],
        Host = host => host.TwistOnly<IAdmissionStep, CallerStep>(
            nameof(IAdmissionStep.TakeAsync),
            real => async (HttpContext context, EndpointMetadataCollection terms) =>
            {
                if (Shown.Token(context).Length > 0 && paths.Contains(context.Request.Path.Value))
                {
                    await context.RequestServices.GetRequiredService<IAuthenticator>().AuthenticateAsync(context);
                }

                await real.TakeAsync(context, terms);
            }),
    };
}
