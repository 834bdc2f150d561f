using PropIQ.ReferenceApi.Accounts.Sessions;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>The calls of section 2.</summary>
public sealed class AccountEndpoints(SignUp signUp, LogIn logIn, Refresh refresh, Profile profile, SessionStore sessions) : IEndpointModule
{
    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("/auth").WithTags("Accounts");
        accounts.MapPost("/signup", async (JsonBody body, HttpContext context) => await signUp.HandleAsync(body, context.RequestAborted))
            .TakesJson(typeof(SignUpRequest)).Anonymous().NoRateLimit().Produces<TokenAnswer>().Refuses(409, 422, 503, 504);
        accounts.MapPost("/login", async (JsonBody body, HttpContext context) => await logIn.HandleAsync(body, context.RequestAborted))
            .TakesJson(typeof(LogInRequest)).Anonymous().Produces<TokenAnswer>().Refuses(401, 422, 429, 503, 504);
        accounts.MapPost("/refresh", async (JsonBody body, HttpContext context) => await refresh.HandleAsync(body, context.RequestAborted))
            .TakesJson(typeof(RefreshRequest)).Anonymous().NoRateLimit().Produces<TokenAnswer>().Refuses(401, 503, 504);
        accounts.MapGet("/me", async (Caller caller, HttpContext context) => await profile.ReadAsync(caller, context.RequestAborted))
            .Produces<ProfileView>();
        accounts.MapPost("/logout", LogOutAsync).NoRateLimit().Produces(StatusCodes.Status204NoContent);
    }

    private async Task<IResult> LogOutAsync(Caller caller, HttpContext context)
    {
        await sessions.EndAsync(caller.SessionId, caller.Clock.GetUtcNow(), context.RequestAborted);
        return Results.NoContent();
    }
}
