using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>What a caller may know of their own account (clause 2.4).</summary>
public sealed class Profile(AccountStore accounts, IUsage usage, Database database)
{
    private const string NoSubscription = "none";

    /// <summary>The caller's profile; 401 when the account has just been removed.</summary>
    public async Task<ProfileView> ReadAsync(Caller caller, CancellationToken cancellationToken)
    {
        var stored = await database.QueryAsync((connection, limited) => accounts.ReadProfileAsync(connection, caller.UserId, limited), cancellationToken)
            ?? throw AccessRefusals.Unauthorized();
        return new ProfileView(
            stored.Id,
            stored.Email,
            stored.FirstName,
            stored.LastName,
            stored.Tier,
            stored.Status ?? NoSubscription,
            stored.LastPaymentError,
            usage.Of(stored.State, caller.Clock.GetUtcNow()));
    }
}
