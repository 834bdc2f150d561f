namespace PropIQ.ReferenceApi.Http;

/// <summary>Believes a request's token, or refuses it (clauses 2.6–2.9).</summary>
public interface IAuthenticator
{
    /// <summary>Whoever the request's bearer token speaks for, the session marked as used; a 401 <see cref="Refusal"/> otherwise.</summary>
    Task<Caller> AuthenticateAsync(HttpContext context);
}
