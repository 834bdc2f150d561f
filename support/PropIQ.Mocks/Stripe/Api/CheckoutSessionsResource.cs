using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary><c>/v1/checkout/sessions</c>: create (mode subscription, one price), read, expire.</summary>
internal sealed class CheckoutSessionsResource(StripeWorld world, CheckoutBilling checkouts) : IResource
{
    private static readonly ParameterList Written = new(
        "mode", "line_items[*][price]", "line_items[*][quantity]", "success_url", "cancel_url", "customer", "customer_email",
        "client_reference_id", "metadata[*]", "subscription_data[metadata][*]", "subscription_data[description]", "expires_at",
        "allow_promotion_codes", "automatic_tax[enabled]", "billing_address_collection", "customer_update[*]", "locale",
        "payment_method_collection", "payment_method_types[*]", "phone_number_collection[enabled]", "tax_id_collection[enabled]", "ui_mode");

    private static readonly ParameterList None = new();

    public ApiResult? Handle(ApiCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["checkout", "sessions"]) => Create(call.Form),
        ("GET", ["checkout", "sessions", var id]) => Get(call.Form, id),
        ("POST", ["checkout", "sessions", var id, "expire"]) => Expire(call, id),
        _ => null,
    };

    private ApiResult Create(BracketForm form)
    {
        Written.Check(form);
        var session = SessionForm.Read(form, world);
        return new ApiResult(world.Add(session).ToJson());
    }

    private ApiResult Get(BracketForm form, string id)
    {
        None.Check(form);
        var session = Find(id);
        if (session.Status == "open" && !session.IsOpenAt(Now(session)))
        {
            session.Status = "expired";
        }

        return new ApiResult(session.ToJson());
    }

    private ApiResult Expire(ApiCall call, string id)
    {
        None.Check(call.Form);
        var session = Find(id);
        if (!session.IsOpenAt(Now(session)))
        {
            var status = session.Status == "open" ? "expired" : session.Status;
            throw StripeRefusal.Invalid($"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {status}.", null);
        }

        var happening = checkouts.Expire(id, call.Cause);
        return new ApiResult(session.ToJson(), happening);
    }

    private CheckoutSession Find(string id) =>
        world.Find<CheckoutSession>(id) ?? throw StripeRefusal.NotFound("checkout.session", id, "session");

    private DateTimeOffset Now(CheckoutSession session) => world.Ledger(world.EmailOf(session)).Clock.Now;
}
