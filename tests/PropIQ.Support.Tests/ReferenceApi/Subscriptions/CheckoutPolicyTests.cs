using FluentAssertions;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using Xunit;

namespace PropIQ.Support.Tests.ReferenceApi.Subscriptions;

public sealed class CheckoutPolicyTests
{
    private static readonly PriceBook Prices = new(new Dictionary<string, string> { ["starter"] = "price_1", ["pro"] = "price_2", ["free"] = "price_0" });
    private static readonly CheckoutPolicy Policy = new(Prices);

    [Theory]
    [InlineData("starter", Tier.Starter)]
    [InlineData("pro", Tier.Pro)]
    [InlineData("elite", null, "it has no price")]
    [InlineData("free", null, "free is not sold")]
    [InlineData("Pro", null, "names are exact")]
    [InlineData("gold", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Paid_plans_are_sold(string? name, Tier? expected, string because = "") =>
        Policy.Sold(name)?.Tier.Should().Be(expected, because);

    [Theory]
    [InlineData("price_1", true)]
    [InlineData(null, true)]
    [InlineData("price_2", false)]
    [InlineData("", false)]
    public void A_price_that_is_sent_along_must_be_the_plans(string? priceId, bool fits) =>
        Policy.PriceFits(Plan.Of(Tier.Starter), priceId).Should().Be(fits);

    [Fact]
    public void Prices_stand_for_plans_both_ways()
    {
        Prices.PriceOf(Tier.Free).Should().BeNull();
        Prices.PriceOf(Tier.Elite).Should().BeNull();
        Prices.TierOf("price_2").Should().Be(Tier.Pro);
        Prices.TierOf("price_0").Should().BeNull();
        Prices.TierOf(null).Should().BeNull();
    }

    [Fact]
    public void The_same_intent_has_the_same_key_and_another_one_another()
    {
        var keys = new IdempotencyKeys();
        var (paula, frank) = (Guid.NewGuid(), Guid.NewGuid());

        keys.ForCustomer(paula).Should().Be(new IdempotencyKeys().ForCustomer(paula)).And.NotBe(keys.ForCustomer(frank));
        keys.ForCheckout(paula, Tier.Pro, 0).Should().Be(keys.ForCheckout(paula, Tier.Pro, 0))
            .And.NotBe(keys.ForCheckout(paula, Tier.Pro, 1)).And.NotBe(keys.ForCheckout(paula, Tier.Elite, 0));
        keys.ForPlanChange("sub_1", Tier.Pro, 3).Should().Be(keys.ForPlanChange("sub_1", Tier.Pro, 3))
            .And.NotBe(keys.ForPlanChange("sub_1", Tier.Pro, 4)).And.NotBe(keys.ForPlanChange("sub_1", Tier.Free, 3));
    }
}
