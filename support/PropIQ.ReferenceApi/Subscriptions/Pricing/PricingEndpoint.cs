using System.Text.Json.Serialization;
using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Subscriptions.Pricing;

/// <summary>The public price list (clause 1.2).</summary>
public sealed class PricingEndpoint(IPriceBook prices) : IEndpointModule
{
    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/pricing", Show).Anonymous().Produces<PriceListView>();

    private IResult Show() =>
        Results.Ok(new PriceListView([.. Plan.All.Select(plan => new PlanView(plan.Name, plan.Price, plan.Analyses, prices.PriceOf(plan.Tier)))]));
}

/// <summary>All plans, cheapest first.</summary>
public sealed record PriceListView(IReadOnlyList<PlanView> Plans);

/// <summary>A plan: <c>Price</c> in dollars a month, <c>Analyses</c> a month; <c>PriceId</c> is null on free.</summary>
public sealed record PlanView(
    string Tier,
    decimal Price,
    int Analyses,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? PriceId);
