namespace PropIQ.ReferenceApi.Http;

/// <summary>Who is asking, once the token has been believed. <c>Clock</c> is this user's clock: the machine's, unless the testing interface moved it.</summary>
public sealed record Caller(Guid UserId, Guid SessionId, string Email, TimeProvider Clock)
{
    /// <summary>Binds to whoever the pipeline has let in; null on anonymous endpoints.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) => new(context.Features.Get<Caller>());
}
