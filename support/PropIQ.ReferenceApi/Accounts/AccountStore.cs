using Dapper;
using Npgsql;
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

    /// <summary>What a profile shows of the account itself.</summary>
    public Task<StoredProfile?> ReadProfileAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<StoredProfile>(new CommandDefinition(
            "select id, email, first_name, last_name, tier, last_payment_error from users where id = @userId",
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

/// <summary>An account's own part of a profile.</summary>
public sealed record StoredProfile(Guid Id, string Email, string? FirstName, string? LastName, string Tier, string? LastPaymentError);
