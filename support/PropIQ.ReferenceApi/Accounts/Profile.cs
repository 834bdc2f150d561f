using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>What a caller may know of their own account (clause 2.4).</summary>
public sealed class Profile(AccountStore accounts, IUsage usage, ISubscriptionStatus subscriptions, Database database)
{
    /// <summary>The caller's profile; 401 when the account has just been removed.</summary>
    public Task<ProfileView> ReadAsync(Caller caller, CancellationToken cancellationToken) => database.QueryAsync(
        async (connection, limited) =>
        {
            var account = await accounts.ReadProfileAsync(connection, caller.UserId, limited) ?? throw AccessRefusals.Unauthorized();
            var status = await subscriptions.ReadAsync(connection, caller.UserId, limited);
            var used = await usage.ReadAsync(connection, caller.UserId, caller.Clock.GetUtcNow(), limited);
            return new ProfileView(
                account.Id, account.Email, account.FirstName, account.LastName, account.Tier, status, account.LastPaymentError, used);
        },
        cancellationToken);
}
