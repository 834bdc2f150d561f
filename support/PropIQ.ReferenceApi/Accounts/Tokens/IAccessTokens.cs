using PropIQ.ReferenceApi.Domain.Sessions;

namespace PropIQ.ReferenceApi.Accounts.Tokens;

/// <summary>Makes access tokens and believes them (clauses 2.6 and 2.9). When they are good is not looked at here.</summary>
public interface IAccessTokens
{
    /// <summary>A token for these claims, issued at <paramref name="issuedAt"/>.</summary>
    string Issue(AccessClaims claims, DateTimeOffset issuedAt);

    /// <summary>What a token says, or null when it is not ours or says too little.</summary>
    Task<AccessClaims?> ReadAsync(string token);
}
