using PropIQ.ReferenceApi.Accounts.Sessions;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Limits;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Opens sessions (clause 2.2). Whether the account exists shows neither in the answer nor in its time.</summary>
public sealed class LogIn(
    AccountInput input,
    AccountStore accounts,
    IPasswordHasher hasher,
    SessionIssuer sessions,
    ILoginThrottle throttle,
    IUserClocks clocks,
    Database database)
{
    /// <summary>Tokens of a new session; 401 <c>invalid_credentials</c>; 429 after too many failures.</summary>
    public async Task<TokenAnswer> HandleAsync(JsonBody body, CancellationToken cancellationToken)
    {
        var request = input.ReadLogIn(body);

        // Read before leave is asked for: who waits for leave waits for hashing only, never for a slow database.
        var account = await database.QueryAsync((connection, limited) => accounts.FindAsync(connection, request.Email, limited), cancellationToken);
        await CheckAsync(request, account?.PasswordHash, cancellationToken);
        var now = clocks.For(request.Email).GetUtcNow();
        return await database.InTransactionAsync(
            (transaction, limited) => sessions.OpenAsync(transaction, account!.View, now, limited),
            cancellationToken);
    }

    private async Task CheckAsync(LogInRequest request, string? stored, CancellationToken cancellationToken)
    {
        var (attempt, wait) = await throttle.EnterAsync(EmailKey.Of(request.Email), cancellationToken);
        using (attempt)
        {
            if (attempt is null)
            {
                throw new Refusal(429, "rate_limited", "Too many failed logins. Please wait.") { RetryAfter = wait };
            }

            if (!await hasher.VerifyAsync(request.Password, stored, cancellationToken))
            {
                attempt.Failed();
                throw new Refusal(401, "invalid_credentials", "The e-mail or the password is wrong.");
            }
        }
    }
}
