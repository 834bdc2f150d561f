using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Http;
using PropIQ.ReferenceApi.Storage;
using PropIQ.ReferenceApi.Subscriptions.Storage;

namespace PropIQ.ReferenceApi.Subscriptions.Changing;

/// <summary>Changes plans without a checkout (clause 5.3).</summary>
public interface IPlanChanges
{
    /// <summary>Changes the caller's plan, or asks first.</summary>
    Task<PlanChangeView> ChangeAsync(Caller caller, Plan target, bool confirmed, CancellationToken cancellationToken);
}

/// <summary>Says first what would be lost, then has Stripe do it.</summary>
public sealed class PlanChanges(
    Database database, ISubscribers subscribers, IHoldings holdings, IPlanChangePolicy policy, IDowngradeLosses losses, SubscriptionChanges stripe)
    : IPlanChanges
{
    /// <inheritdoc />
    public async Task<PlanChangeView> ChangeAsync(Caller caller, Plan target, bool confirmed, CancellationToken cancellationToken)
    {
        var (subscriber, held) = await database.QueryAsync(
            async (connection, limited) => (
                await subscribers.ReadAsync(connection, caller.UserId, limited) ?? throw new Refusal(401, "unauthorized"),
                await holdings.ReadAsync(connection, caller.UserId, caller.Clock.GetUtcNow(), limited)),
            cancellationToken);
        var from = Plan.Of(subscriber.State.Tier);
        var verdict = policy.Judge(from.Tier, target.Tier);
        RefuseIf(verdict, target);

        var lost = losses.Of(from, target, held.Used, held.History);
        if (policy.AsksFirst(lost, confirmed))
        {
            return new PlanChangeView("confirmation_required", lost);
        }

        // A plan that is paid for without a subscription to change can only have been put there by hand.
        if (subscriber.State.Current is not { IsLive: true })
        {
            throw NeedsCheckout();
        }

        await (verdict == PlanChangeVerdict.EndWithPeriod
            ? stripe.EndWithPeriodAsync(subscriber, cancellationToken)
            : stripe.MoveToAsync(subscriber, target.Tier, cancellationToken));
        return new PlanChangeView(verdict == PlanChangeVerdict.EndWithPeriod ? "scheduled" : "changed");
    }

    private static void RefuseIf(PlanChangeVerdict verdict, Plan target)
    {
        if (verdict == PlanChangeVerdict.AlreadyThere)
        {
            throw new Refusal(409, "already_on_tier", $"You are on {target.Tier} already.");
        }

        if (verdict == PlanChangeVerdict.NeedsCheckout)
        {
            throw NeedsCheckout();
        }
    }

    private static Refusal NeedsCheckout() => new(409, "checkout_required", "A subscription begins with a checkout.");
}
