using Dapper;
using Npgsql;
using PropIQ.ReferenceApi.Analyses.Usage;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>Accounts in the database.</summary>
public sealed class AccountStore
{
    /// <summary>Stores a new account; false when its e-mail has one already, however many come at once.</summary>
    public async Task<bool> InsertAsync(NpgsqlTransaction transaction, NewAccount account, CancellationToken cancellationToken)
    {
        var inserted = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            insert into users (id, email, email_key, password_hash, first_name, last_name, tier, usage_count, usage_period_start, created_at)
            values (@Id, @Email, @EmailKey, @PasswordHash, @FirstName, @LastName, @TierName, @UsageCount, @UsagePeriodStart, @CreatedAt)
            on conflict (email_key) do nothing
            """,
            account,
            transaction,
            cancellationToken: cancellationToken));
        return inserted == 1;
    }

    /// <summary>The account of an e-mail, for logging in.</summary>
    public Task<StoredAccount?> FindAsync(NpgsqlConnection connection, string email, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<StoredAccount>(new CommandDefinition(
            "select id, email, tier, password_hash from users where email_key = @key",
            new { key = EmailKey.Of(email) },
            cancellationToken: cancellationToken));

    /// <summary>What a profile shows.</summary>
    public Task<StoredProfile?> ReadProfileAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<StoredProfile>(new CommandDefinition(
            $"""
            select u.id, u.email, u.first_name, u.last_name, u.last_payment_error, s.status, {UsageRow.Columns}
            from {UsageRow.Tables} where u.id = @userId
            """,
            new { userId },
            cancellationToken: cancellationToken));
}

/// <summary>An account to be stored. <c>UsageCount</c> counts from <c>UsagePeriodStart</c>.</summary>
public sealed record NewAccount(
    Guid Id,
    string Email,
    string PasswordHash,
    string? FirstName,
    string? LastName,
    Tier Tier,
    int UsageCount,
    DateTimeOffset UsagePeriodStart,
    DateTimeOffset CreatedAt)
{
    /// <summary>The e-mail as it is compared.</summary>
    public string EmailKey => Domain.Accounts.EmailKey.Of(Email);

    /// <summary>The tier as the database names it.</summary>
    public string TierName => Plan.Of(Tier).Name;
}

/// <summary>An account with its password as kept.</summary>
public sealed record StoredAccount(Guid Id, string Email, string Tier, string PasswordHash)
{
    /// <summary>The account as answers show it.</summary>
    public AccountView View => new(Id, Email, Tier);
}

/// <summary>What is kept of what a profile shows, the usage included.</summary>
public sealed record StoredProfile : UsageRow
{
    /// <summary>The account's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The e-mail address as it was given.</summary>
    public required string Email { get; init; }

    /// <summary>The first name, if one was given.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name, if one was given.</summary>
    public string? LastName { get; init; }

    /// <summary>Why the last payment failed, if it did.</summary>
    public string? LastPaymentError { get; init; }

    /// <summary>The current subscription's status; null without a subscription.</summary>
    public string? Status { get; init; }
}
