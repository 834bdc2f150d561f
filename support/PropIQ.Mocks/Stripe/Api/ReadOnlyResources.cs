using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary>What PropIQ may only look at: prices, invoices with their payments, payment intents.</summary>
internal sealed class ReadOnlyResources(StripeWorld world) : IResource
{
    private static readonly ParameterList PricesListed = new("active", "currency", "lookup_keys[*]", "product", "type", "limit", "starting_after");
    private static readonly ParameterList PaymentsListed = new("invoice", "limit");
    private static readonly ParameterList None = new();

    public ApiResult? Handle(ApiCall call) => (call.Method, call.Path) switch
    {
        ("GET", ["prices"]) => Prices(call.Form),
        ("GET", ["prices", var id]) => Read<Price>(call.Form, "price", id, "price"),
        ("GET", ["invoices", var id]) => Read<Invoice>(call.Form, "invoice", id, "id"),
        ("GET", ["payment_intents", var id]) => Read<PaymentIntent>(call.Form, "payment_intent", id, "intent"),
        ("GET", ["invoice_payments"]) => Payments(call.Form),
        _ => null,
    };

    private ApiResult Prices(BracketForm form)
    {
        PricesListed.Check(form);
        var keys = form.Map("lookup_keys").Values.ToList();
        var (active, product) = (form.Flag("active"), form.Optional("product"));
        return ListPage.Of(
            world.All<Price>().Where(price => active != false && (product is null || price.Product == product) && (keys.Count == 0 || keys.Contains(price.Tier))),
            form,
            "/v1/prices");
    }

    // Where the reason of a failed payment is read in this version of the API.
    private ApiResult Payments(BracketForm form)
    {
        PaymentsListed.Check(form);
        var id = form.Required("invoice");
        var invoice = world.Find<Invoice>(id) ?? throw StripeRefusal.NotFound("invoice", id, "invoice", 400);
        return new ApiResult(StripeJson.List("/v1/invoice_payments", invoice.Payment is null ? [] : [invoice.PaymentJson(reveal: false)]));
    }

    private ApiResult Read<T>(BracketForm form, string kind, string id, string param)
        where T : StripeObject
    {
        None.Check(form);
        return new ApiResult((world.Find<T>(id) ?? throw StripeRefusal.NotFound(kind, id, param)).ToJson());
    }
}
