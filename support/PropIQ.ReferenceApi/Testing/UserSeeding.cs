using Npgsql;
using PropIQ.ReferenceApi.Accounts;
using PropIQ.ReferenceApi.Domain.Accounts;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>Puts users in place, ready-made (clause 10.1). They get no onboarding e-mail: they did not sign up.</summary>
public sealed class UserSeeding(
    SeedInput input,
    AccountStore accounts,
    IPasswordHasher hasher,
    ISeedHistory history,
    ISeedSubscription subscriptions,
    IUserClocks clocks,
    Database database)
{
    /// <summary>The user as asked for; 422 for what makes no sense, 409 <c>user_exists</c>.</summary>
    public async Task<SeededAnswer> SeedAsync(JsonBody body, CancellationToken cancellationToken)
    {
        var order = input.Read(body, email => clocks.For(email).GetUtcNow());
        var account = new NewAccount(
            Guid.CreateVersion7(),
            order.Email,
            await hasher.HashAsync(order.Password, cancellationToken),
            order.FirstName,
            order.LastName,
            order.Tier,
            order.AnalysesUsed,
            order.PeriodStart,
            CreatedAt: order.Now);
        await database.InTransactionAsync((transaction, limited) => StoreAsync(transaction, account, order, limited), cancellationToken);
        return new SeededAnswer(new AccountView(account.Id, account.Email, account.TierName));
    }

    private async Task StoreAsync(NpgsqlTransaction transaction, NewAccount account, SeedOrder order, CancellationToken cancellationToken)
    {
        if (!await accounts.InsertAsync(transaction, account, cancellationToken))
        {
            throw new Refusal(409, "user_exists", "User already exists");
        }

        if (order.Subscription is { } subscription)
        {
            await subscriptions.SeedAsync(transaction, subscription with { UserId = account.Id }, cancellationToken);
        }

        if (order.History > 0)
        {
            await history.SeedAsync(
                transaction,
                new HistoryOrder(account.Id, order.AnalysesUsed, order.History, order.PeriodStart, order.Now),
                cancellationToken);
        }
    }
}

/// <summary>A user to be put in place, every blank filled in.</summary>
public sealed record SeedOrder(
    string Email,
    string Password,
    string? FirstName,
    string? LastName,
    Tier Tier,
    int AnalysesUsed,
    int History,
    DateTimeOffset PeriodStart,
    DateTimeOffset Now,
    SubscriptionOrder? Subscription);
