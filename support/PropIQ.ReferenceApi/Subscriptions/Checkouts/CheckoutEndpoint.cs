using PropIQ.ReferenceApi.Domain.Plans;
using PropIQ.ReferenceApi.Domain.Subscriptions;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Subscriptions.Checkouts;

/// <summary>Opens checkouts (clause 5.1).</summary>
public sealed class CheckoutEndpoint(ICheckoutPolicy policy, CheckoutDesk desk) : IEndpointModule
{
    /// <inheritdoc />
    public void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/stripe/create-checkout-session", OpenAsync)
            .TakesJson(typeof(CheckoutRequest))
            .Produces<CheckoutView>()
            .Refuses(409, 422);

    private async Task<IResult> OpenAsync(Caller caller, JsonBody body, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(caller.UserId, WantedPlan(body), cancellationToken);
        return Results.Ok(new CheckoutView(opened.SessionId, opened.Url));
    }

    private Plan WantedPlan(JsonBody body)
    {
        var plan = policy.Sold(body.Text("tier").Value)
            ?? throw new Refusal(422, "unknown_tier", "There is no such paid plan. Choose starter, pro or elite.");
        var price = body.Text("price_id", "priceId");
        return !price.IsWrong && policy.PriceFits(plan, price.Value)
            ? plan
            : throw new Refusal(422, "price_mismatch", "The price is not the price of that plan.");
    }
}

/// <summary>What a checkout takes.</summary>
public sealed record CheckoutRequest(string Tier, string? PriceId);

/// <summary>An open checkout: where it is paid.</summary>
public sealed record CheckoutView(string SessionId, string CheckoutUrl);
