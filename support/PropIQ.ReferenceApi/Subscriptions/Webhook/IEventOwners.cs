using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Subscriptions.Happenings;

namespace PropIQ.ReferenceApi.Subscriptions.Webhook;

/// <summary>Whose event it is.</summary>
public interface IEventOwners
{
    /// <summary>The account that all clues agree on; null when there is none, or when they disagree.</summary>
    Task<Guid?> FindAsync(NpgsqlConnection connection, OwnerClues clues, CancellationToken cancellationToken);
}

/// <summary>What an event says of whose it is. The ids of accounts are as PropIQ had Stripe note them down.</summary>
public sealed record OwnerClues(string? CustomerId, string? Email, params IReadOnlyList<string?> AccountIds)
{
    /// <summary>The clues in a happening.</summary>
    public static OwnerClues In(StripeHappening happening) => happening switch
    {
        CheckoutCompleted { Session: var it } => new(it.CustomerId, it.CustomerEmail, it.ClientReferenceId, it.MetadataUserId),
        InvoicePaid { Invoice: var it } => new(it.CustomerId, it.CustomerEmail, it.MetadataUserId),
        InvoiceFailed { Invoice: var it } => new(it.CustomerId, it.CustomerEmail, it.MetadataUserId),
        SubscriptionUpdated { Subscription: var it } => new(it.CustomerId, null, it.MetadataUserId),
        SubscriptionDeleted { Subscription: var it } => new(it.CustomerId, null, it.MetadataUserId),
        _ => new(null, null),
    };
}

/// <summary>
/// The customer decides, and the ids noted down must agree with it. A customer that nobody is known to be can only be an
/// account without one: the one noted down or, failing that, the one with the customer's e-mail.
/// </summary>
public sealed class EventOwners : IEventOwners
{
    /// <inheritdoc />
    public async Task<Guid?> FindAsync(NpgsqlConnection connection, OwnerClues clues, CancellationToken cancellationToken)
    {
        var named = clues.AccountIds.OfType<string>().Distinct().ToList();
        if (named.Count > 1 || named.Exists(id => !Guid.TryParse(id, out _)))
        {
            return null;
        }

        Guid? account = named.Count == 1 ? Guid.Parse(named[0]) : null;
        var candidates = await connection.QueryAsync<Candidate>(new CommandDefinition(
            """
            select id, stripe_customer_id
            from users
            where stripe_customer_id = @CustomerId or id = @account
               or (stripe_customer_id is null and cast(@account as uuid) is null and email_key = @emailKey)
            """,
            new { clues.CustomerId, account, emailKey = clues.Email is null ? null : EmailKey.Of(clues.Email) },
            cancellationToken: cancellationToken));
        return Choose([.. candidates], clues.CustomerId, account);
    }

    private static Guid? Choose(IReadOnlyList<Candidate> candidates, string? customerId, Guid? account)
    {
        var owner = candidates.FirstOrDefault(candidate => customerId is not null && candidate.StripeCustomerId == customerId)
            ?? candidates.FirstOrDefault(candidate => customerId is null || candidate.StripeCustomerId is null);
        return owner is not null && (account is null || owner.Id == account) ? owner.Id : null;
    }

    private sealed record Candidate(Guid Id, string? StripeCustomerId);
}
