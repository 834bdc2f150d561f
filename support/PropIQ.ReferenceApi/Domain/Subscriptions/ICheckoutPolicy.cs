using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>Which checkouts may be opened (clause 5.1).</summary>
public interface ICheckoutPolicy
{
    /// <summary>The paid plan that is asked for; null when the name is none's.</summary>
    Plan? Sold(string? tierName);

    /// <summary>True when the price that was sent along is the plan's own. Sending none is fine.</summary>
    bool PriceFits(Plan plan, string? priceId);

    /// <summary>True when somebody on <paramref name="tier"/> has that plan already.</summary>
    bool IsAlreadyOn(Tier tier, Plan plan);
}

/// <summary>Paid plans only, each at its own price, none twice.</summary>
public sealed class CheckoutPolicy(IPriceBook prices) : ICheckoutPolicy
{
    /// <inheritdoc />
    public Plan? Sold(string? tierName) =>
        Plan.Named(tierName) is { Tier: not Tier.Free } plan && prices.PriceOf(plan.Tier) is not null ? plan : null;

    /// <inheritdoc />
    public bool PriceFits(Plan plan, string? priceId) => priceId is null || priceId == prices.PriceOf(plan.Tier);

    /// <inheritdoc />
    public bool IsAlreadyOn(Tier tier, Plan plan) => tier == plan.Tier;
}
