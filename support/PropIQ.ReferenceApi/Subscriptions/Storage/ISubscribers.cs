using Npgsql;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Domain.Subscriptions.Changes;

namespace PropIQ.ReferenceApi.Subscriptions.Storage;

/// <summary>Accounts, as far as subscriptions are concerned.</summary>
public interface ISubscribers
{
    /// <summary>An account as it stands; null when there is none.</summary>
    Task<Subscriber?> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken);

    /// <summary>An account that nobody else changes until the transaction ends; null when there is none.</summary>
    Task<Subscriber?> LockAsync(NpgsqlTransaction transaction, Guid userId, CancellationToken cancellationToken);

    /// <summary>Carries out a change of an account that this transaction has locked.</summary>
    Task ApplyAsync(NpgsqlTransaction transaction, Subscriber before, AccountChange change, CancellationToken cancellationToken);

    /// <summary>Notes the customer that an account is at Stripe, unless it is one already, and returns the one that counts.</summary>
    Task<string> BecomeCustomerAsync(NpgsqlConnection connection, Guid userId, string customerId, CancellationToken cancellationToken);
}

/// <summary>An account with what is kept beside its state. <c>Revision</c> counts the changes of its current subscription.</summary>
public sealed record Subscriber(AccountState State, string? CustomerId, int Revision);
