using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary><c>/v1/subscriptions</c>: list (by customer), read, change, cancel.</summary>
internal sealed class SubscriptionsResource(StripeWorld world, PlanBilling plans, EndingBilling endings) : IResource
{
    private static readonly ParameterList Changed = new(
        "items[*][id]", "items[*][price]", "items[*][quantity]", "items[*][deleted]", "cancel_at_period_end", "proration_behavior",
        "billing_cycle_anchor", "payment_behavior", "metadata[*]", "description");

    private static readonly ParameterList Canceled = new("invoice_now", "prorate", "cancellation_details[comment]", "cancellation_details[feedback]");
    private static readonly ParameterList Listed = new("customer", "status", "limit", "starting_after");
    private static readonly ParameterList None = new();

    public ApiResult? Handle(ApiCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["subscriptions"]) => List(call.Form),
        ("GET", ["subscriptions", var id]) => Get(call.Form, id),
        ("POST", ["subscriptions", var id]) => Change(call, id),
        ("DELETE", ["subscriptions", var id]) => Cancel(call, id),
        _ => null,
    };

    private ApiResult List(BracketForm form)
    {
        Listed.Check(form);
        var (customer, status) = (form.Optional("customer"), form.Optional("status"));
        return ListPage.Of(
            world.All<Subscription>().Where(subscription =>
                (customer is null || subscription.CustomerId == customer)
                && (status is "all" || (status is null ? subscription.Status != "canceled" : subscription.Status == status))),
            form,
            "/v1/subscriptions");
    }

    private ApiResult Get(BracketForm form, string id)
    {
        None.Check(form);
        return new ApiResult(Find(id).ToJson());
    }

    private ApiResult Change(ApiCall call, string id)
    {
        Changed.Check(call.Form);
        var subscription = Find(id);
        if (subscription.Status is "canceled" or "incomplete_expired")
        {
            throw StripeRefusal.Invalid("A canceled subscription can only update its cancellation_details and metadata.", null);
        }

        var happening = plans.Change(subscription, Read(call.Form), call.Cause);
        return new ApiResult(subscription.ToJson(), happening);
    }

    private ApiResult Cancel(ApiCall call, string id)
    {
        Canceled.Check(call.Form);
        var subscription = Find(id);
        if (subscription.Status == "canceled")
        {
            throw StripeRefusal.NotFound("subscription", id, "id");
        }

        var happening = endings.Now(subscription, call.Cause);
        return new ApiResult(subscription.ToJson(), happening);
    }

    private PlanChange Read(BracketForm form) => new()
    {
        Items = [.. form.Indexes("items").Select(index => Item(form, index))],
        CancelAtPeriodEnd = form.Flag("cancel_at_period_end"),
        Proration = form.Choice("proration_behavior", "always_invoice", "create_prorations", "none") ?? "create_prorations",
        AnchorNow = form.Choice("billing_cycle_anchor", "now", "unchanged") == "now",
        ErrorIfIncomplete = form.Choice("payment_behavior", "allow_incomplete", "default_incomplete", "error_if_incomplete", "pending_if_incomplete") == "error_if_incomplete",
        Metadata = form.Map("metadata"),
    };

    private ItemChange Item(BracketForm form, string index)
    {
        var priceId = form.Text("items", index, "price");
        var price = world.Find<Price>(priceId);
        return priceId is not null && price is null
            ? throw StripeRefusal.NotFound("price", priceId, $"items[{index}][price]", 400)
            : new ItemChange(
                form.Text("items", index, "id"),
                price,
                form.Number(1, 999_999, "items", index, "quantity"),
                form.Flag("items", index, "deleted") ?? false);
    }

    private Subscription Find(string id) => world.Find<Subscription>(id) ?? throw StripeRefusal.NotFound("subscription", id, "id");
}
