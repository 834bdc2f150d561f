using PropIQ.Client.Contract;
using PropIQ.Client.Http;

namespace PropIQ.Client;

/// <content>Accounts and sessions (section 2).</content>
public sealed partial class PropIqClient
{
    /// <summary>Signs up (clause 2.1).</summary>
    public Task<Answer<Tokens>> SignUpAsync(SignUp signUp, CancellationToken cancellation) =>
        caller.JsonAsync<Tokens>(Call.Post("/auth/signup", signUp), cancellation);

    /// <summary>Logs in (clause 2.2).</summary>
    public Task<Answer<Tokens>> LogInAsync(string? email, string? password, CancellationToken cancellation) =>
        caller.JsonAsync<Tokens>(Call.Post("/auth/login", new { Email = email, Password = password }), cancellation);

    /// <summary>Trades a refresh token for two new tokens (clause 2.3).</summary>
    public Task<Answer<Tokens>> RefreshAsync(string? refreshToken, CancellationToken cancellation) =>
        caller.JsonAsync<Tokens>(Call.Post("/auth/refresh", new { RefreshToken = refreshToken }), cancellation);

    /// <summary>The caller's profile (clause 2.4).</summary>
    public Task<Answer<Profile>> GetProfileAsync(string? accessToken, CancellationToken cancellation) =>
        caller.JsonAsync<Profile>(Call.Get("/auth/me", accessToken), cancellation);

    /// <summary>Ends the session (clause 2.5).</summary>
    public Task<Answer<Nothing>> LogOutAsync(string? accessToken, CancellationToken cancellation) =>
        caller.NothingAsync(Call.Post("/auth/logout", null, accessToken), cancellation);
}
