using PropIQ.Mocks.Stripe.Objects;

namespace PropIQ.Mocks.Stripe.State;

/// <summary>All objects and ledgers of one mock. Whoever uses it holds the mock's lock.</summary>
internal sealed class StripeWorld
{
    private readonly Dictionary<string, StripeObject> _objects = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, object> _kinds = [];
    private readonly Dictionary<string, CustomerLedger> _ledgers = new(StringComparer.OrdinalIgnoreCase);

    public StripeWorld(StripeMockOptions options)
    {
        Options = options;
        foreach (var (tier, id) in options.PriceIds)
        {
            // Prices were made long before anybody's clock.
            Add(new Price(id, tier, options.Cents[tier], new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero)));
        }
    }

    public StripeMockOptions Options { get; }

    public T Add<T>(T made)
        where T : StripeObject
    {
        _objects.Add(made.Id, made);
        Kind<T>().Add(made);
        return made;
    }

    public StripeObject? Find(string? id) => id is not null && _objects.TryGetValue(id, out var found) ? found : null;

    public T? Find<T>(string? id)
        where T : StripeObject => Find(id) as T;

    /// <summary>The object with this id, which is there because another object names it.</summary>
    public T Get<T>(string id)
        where T : StripeObject => Find<T>(id) ?? throw new InvalidOperationException($"The mock Stripe has no {typeof(T).Name} '{id}'.");

    /// <summary>Objects of a kind, oldest first.</summary>
    public IEnumerable<T> All<T>()
        where T : StripeObject => Kind<T>();

    public CustomerLedger Ledger(string email)
    {
        var key = email.Trim();
        if (!_ledgers.TryGetValue(key, out var ledger))
        {
            _ledgers[key] = ledger = new CustomerLedger(key, Options.Time);
        }

        return ledger;
    }

    /// <summary>The ledger of a customer; one without an e-mail has a ledger under its id.</summary>
    public CustomerLedger Ledger(Customer customer) => Ledger(customer.Email ?? customer.Id);

    public IEnumerable<CustomerLedger> Ledgers => _ledgers.Values;

    public DateTimeOffset Now(Customer customer) => Ledger(customer).Clock.Now;

    /// <summary>The customers with this e-mail, oldest first: Stripe does not mind several.</summary>
    public IReadOnlyList<Customer> Customers(string email) =>
        [.. All<Customer>().Where(customer => string.Equals(customer.Email, email.Trim(), StringComparison.OrdinalIgnoreCase))];

    /// <summary>The newest customer with this e-mail, made if there is none.</summary>
    public Customer CustomerFor(string email)
    {
        var known = Customers(email);
        return known.Count > 0 ? known[^1] : Add(new Customer(StripeIds.Customer(), Ledger(email).Clock.Now) { Email = email.Trim() });
    }

    public Price PriceOf(string tier) =>
        All<Price>().FirstOrDefault(price => price.Tier == tier)
        ?? throw new ArgumentException($"The mock Stripe has no price for tier '{tier}'.", nameof(tier));

    public IEnumerable<Subscription> Subscriptions(Customer customer) =>
        All<Subscription>().Where(subscription => subscription.CustomerId == customer.Id);

    /// <summary>The newest subscription that is running, over all customers with this e-mail.</summary>
    public Subscription? Current(string email)
    {
        var customers = Customers(email);
        return All<Subscription>().LastOrDefault(subscription => subscription.IsLive && customers.Any(customer => customer.Id == subscription.CustomerId));
    }

    /// <summary>The checkout sessions of an e-mail, oldest first, with or without a customer yet.</summary>
    public IEnumerable<CheckoutSession> Sessions(string email) =>
        All<CheckoutSession>().Where(session => string.Equals(EmailOf(session), email.Trim(), StringComparison.OrdinalIgnoreCase));

    public string EmailOf(CheckoutSession session) =>
        Find<Customer>(session.CustomerId)?.Email ?? session.CustomerEmail ?? session.CustomerId ?? session.Id;

    /// <summary>Whose an object is: the e-mail that its ledger is under.</summary>
    public string? EmailOf(StripeObject? thing) => thing switch
    {
        Customer customer => customer.Email ?? customer.Id,
        CheckoutSession session => EmailOf(session),
        Subscription subscription => EmailOf(Find(subscription.CustomerId)),
        Invoice invoice => EmailOf(Find(invoice.CustomerId)),
        PaymentIntent payment => EmailOf(Find(payment.CustomerId)),
        _ => null,
    };

    private List<T> Kind<T>()
    {
        if (!_kinds.TryGetValue(typeof(T), out var known))
        {
            _kinds[typeof(T)] = known = new List<T>();
        }

        return (List<T>)known;
    }
}
