using PropIQ.ReferenceApi.Accounts.Sessions;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Opens accounts (clause 2.1): the account, its first session and the onboarding e-mail are one transaction.</summary>
public sealed class SignUp(
    AccountInput input,
    AccountStore accounts,
    IPasswordHasher hasher,
    SessionIssuer sessions,
    IOnboardingEmail onboarding,
    IOutbox outbox,
    IUserClocks clocks,
    Database database)
{
    /// <summary>The new account's tokens; 409 <c>user_exists</c> when the e-mail is taken.</summary>
    public async Task<TokenAnswer> HandleAsync(JsonBody body, CancellationToken cancellationToken)
    {
        var request = input.ReadSignUp(body);
        var now = clocks.For(request.Email).GetUtcNow();
        var account = new NewAccount(
            Guid.CreateVersion7(),
            request.Email,
            await hasher.HashAsync(request.Password, cancellationToken),
            request.FirstName,
            request.LastName,
            Tier.Free,
            UsageCount: 0,
            UsagePeriodStart: new DateTimeOffset(now.Year, now.Month, 1, 0, 0, 0, TimeSpan.Zero),
            CreatedAt: now);
        return await database.InTransactionAsync(
            async (transaction, limited) =>
            {
                if (!await accounts.InsertAsync(transaction, account, limited))
                {
                    throw new Refusal(409, "user_exists", "User already exists");
                }

                await outbox.EnqueueAsync(
                    transaction, OutboxChannel.Email, account.Id, onboarding.Compose(account.Email, account.FirstName), limited);
                return await sessions.OpenAsync(transaction, new AccountView(account.Id, account.Email, account.TierName), now, limited);
            },
            cancellationToken);
    }
}
