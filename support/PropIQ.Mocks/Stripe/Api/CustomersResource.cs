using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Objects;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe.Api;

/// <summary><c>/v1/customers</c>: create, list (by e-mail), read, change.</summary>
internal sealed class CustomersResource(StripeWorld world) : IResource
{
    private static readonly ParameterList Written = new("email", "name", "description", "phone", "metadata[*]", "preferred_locales[*]", "tax_exempt");
    private static readonly ParameterList Listed = new("email", "limit", "starting_after");
    private static readonly ParameterList Read = new();

    public ApiResult? Handle(ApiCall call) => (call.Method, call.Path) switch
    {
        ("POST", ["customers"]) => Create(call.Form),
        ("GET", ["customers"]) => List(call.Form),
        ("GET", ["customers", var id]) => Get(call.Form, id),
        ("POST", ["customers", var id]) => Change(call.Form, id),
        _ => null,
    };

    private ApiResult Create(BracketForm form)
    {
        Written.Check(form);
        var email = Email(form);
        var id = StripeIds.Customer();
        var customer = new Customer(id, world.Ledger(email ?? id).Clock.Now) { Email = email };
        Write(world.Add(customer), form);
        return new ApiResult(customer.ToJson());
    }

    private ApiResult List(BracketForm form)
    {
        Listed.Check(form);
        var email = form.Optional("email");
        // Stripe's own filter minds the case.
        return ListPage.Of(world.All<Customer>().Where(customer => email is null || customer.Email == email), form, "/v1/customers");
    }

    private ApiResult Get(BracketForm form, string id)
    {
        Read.Check(form);
        return new ApiResult(Find(id).ToJson());
    }

    private ApiResult Change(BracketForm form, string id)
    {
        Written.Check(form);
        var customer = Find(id);
        if (Email(form) is { } email)
        {
            customer.Email = email;
        }

        Write(customer, form);
        return new ApiResult(customer.ToJson());
    }

    private Customer Find(string id) => world.Find<Customer>(id) ?? throw StripeRefusal.NotFound("customer", id, "id");

    private static string? Email(BracketForm form) => form.Text("email") switch
    {
        null or "" => null,
        var email when email.Trim().IndexOf('@', StringComparison.Ordinal) > 0 && email.Length <= 512 => email.Trim(),
        var email => throw StripeRefusal.Invalid($"Invalid email address: {email}", "email", "email_invalid"),
    };

    private static void Write(Customer customer, BracketForm form)
    {
        customer.Name = form.Text("name") ?? customer.Name;
        customer.Description = form.Text("description") ?? customer.Description;
        customer.Phone = form.Text("phone") ?? customer.Phone;
        MetadataChange.Apply(customer.Metadata, form.Map("metadata"));
    }
}
