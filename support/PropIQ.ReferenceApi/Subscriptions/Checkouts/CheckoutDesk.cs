using Dapper;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions.Storage;
using PropIQ.ReferenceApi.Subscriptions.Stripe;

namespace PropIQ.ReferenceApi.Subscriptions.Checkouts;

/// <summary>Opens checkouts at Stripe, for customers who are made once.</summary>
public sealed class CheckoutDesk(
    Database database, ISubscribers subscribers, IStripeClient stripe, IPriceBook prices, ICheckoutPolicy policy, IIdempotencyKeys keys)
{
    /// <summary>Opens one for <paramref name="plan"/>, a paid one.</summary>
    public async Task<OpenedCheckout> OpenAsync(Guid userId, Plan plan, CancellationToken cancellationToken)
    {
        var (subscriber, openedBefore) = await database.QueryAsync(
            async (connection, limited) => (
                await subscribers.ReadAsync(connection, userId, limited) ?? throw new Refusal(401, "unauthorized"),
                await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                    "select count(*) from checkouts where user_id = @userId", new { userId }, cancellationToken: limited))),
            cancellationToken);
        if (policy.IsAlreadyOn(subscriber.State.Tier, plan))
        {
            throw new Refusal(409, "already_on_tier", $"You are on {plan.Tier} already.");
        }

        var customerId = subscriber.CustomerId ?? await BecomeCustomerAsync(subscriber, cancellationToken);
        var opened = await stripe.OpenCheckoutAsync(
            new NewCheckout(userId, customerId, plan.Name, prices.PriceOf(plan.Tier)!),
            keys.ForCheckout(userId, plan.Tier, openedBefore),
            cancellationToken);
        await database.QueryAsync(
            (connection, limited) => connection.ExecuteAsync(new CommandDefinition(
                "insert into checkouts (session_id, user_id, tier) values (@SessionId, @userId, @tier) on conflict (session_id) do nothing",
                new { opened.SessionId, userId, tier = plan.Name },
                cancellationToken: limited)),
            cancellationToken);
        return opened;
    }

    private async Task<string> BecomeCustomerAsync(Subscriber subscriber, CancellationToken cancellationToken)
    {
        var (userId, email) = (subscriber.State.UserId, subscriber.State.Email);
        var customerId = await stripe.CreateCustomerAsync(new NewCustomer(userId, email), keys.ForCustomer(userId), cancellationToken);
        return await database.QueryAsync(
            (connection, limited) => subscribers.BecomeCustomerAsync(connection, userId, customerId, limited),
            cancellationToken);
    }
}
