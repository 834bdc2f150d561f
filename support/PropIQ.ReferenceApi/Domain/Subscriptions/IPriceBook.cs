using PropIQ.ReferenceApi.Domain.Plans;

namespace PropIQ.ReferenceApi.Domain.Subscriptions;

/// <summary>Which price at Stripe stands for which plan (clause 1.2).</summary>
public interface IPriceBook
{
    /// <summary>The price id of a paid plan; null for free, and for a plan that has none.</summary>
    string? PriceOf(Tier tier);

    /// <summary>The paid plan that a price id stands for; null for other prices.</summary>
    Tier? TierOf(string? priceId);
}

/// <summary>The price ids of the configuration, by tier's name.</summary>
public sealed class PriceBook(IReadOnlyDictionary<string, string> priceIds) : IPriceBook
{
    /// <inheritdoc />
    public string? PriceOf(Tier tier) => tier == Tier.Free ? null : priceIds.GetValueOrDefault(Plan.Of(tier).Name);

    /// <inheritdoc />
    public Tier? TierOf(string? priceId)
    {
        foreach (var plan in Plan.All)
        {
            if (PriceOf(plan.Tier) is { } price && price == priceId)
            {
                return plan.Tier;
            }
        }

        return null;
    }
}
