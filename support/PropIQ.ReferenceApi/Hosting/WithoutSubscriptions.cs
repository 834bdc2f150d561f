using Npgsql;
using PropIQ.ReferenceApi.Subscriptions;
using PropIQ.ReferenceApi.Testing;

namespace PropIQ.ReferenceApi.Hosting;

/// <summary>Stands in for the subscriptions area while it is not registered: nobody has one.</summary>
public sealed class WithoutSubscriptions : ISubscriptionStatus, ISeedSubscription
{
    /// <inheritdoc />
    public Task<string> ReadAsync(NpgsqlConnection connection, Guid userId, CancellationToken cancellationToken) => Task.FromResult("none");

    /// <inheritdoc />
    public Task SeedAsync(NpgsqlTransaction transaction, SubscriptionOrder order, CancellationToken cancellationToken) => Task.CompletedTask;
}
