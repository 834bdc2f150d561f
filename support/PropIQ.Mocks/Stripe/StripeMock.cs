using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe.Api;
using PropIQ.Mocks.Stripe.Billing;
using PropIQ.Mocks.Stripe.Events;
using PropIQ.Mocks.Stripe.State;

namespace PropIQ.Mocks.Stripe;

/// <summary>
/// Stripe as a state machine: the API that PropIQ calls (<see cref="HandleAsync"/>), the customers, banks and months that
/// the director plays (<see cref="IStripeControl"/>), and the events that go out because of both. One lock guards all
/// state; it is never held while something is delivered.
/// </summary>
public sealed partial class StripeMock : IMockService, IStripeControl, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly StripeWorld _world;
    private readonly StripeApi _api;
    private readonly CheckoutBilling _checkouts;
    private readonly RenewalBilling _renewals;
    private readonly EndingBilling _endings;
    private readonly PlanBilling _plans;
    private readonly LoosePayments _loose;
    private readonly EventDrafts _drafts;
    private readonly SimulatedEvents _simulated;
    private readonly DeliveryLog _log = new();
    private readonly WebhookDeliverer _deliverer;
    private readonly HttpWebhookPost? _ownPost;

    /// <summary>A Stripe without customers; events go out by <paramref name="post"/>, over HTTP if none is given.</summary>
    public StripeMock(StripeMockOptions? options = null, IWebhookPost? post = null)
    {
        options ??= new StripeMockOptions();
        _world = new StripeWorld(options);
        var invoicing = new Invoicing(_world);
        _endings = new EndingBilling(_world);
        _checkouts = new CheckoutBilling(_world, invoicing);
        _renewals = new RenewalBilling(_world, invoicing, _endings);
        _loose = new LoosePayments(_world, invoicing, _renewals);
        _drafts = new EventDrafts(_world, _checkouts, invoicing);
        _plans = new PlanBilling(_world, _renewals, invoicing);
        _simulated = new SimulatedEvents(_world, _checkouts, _renewals, _plans, _endings, _loose, _drafts);
        _api = new StripeApi(_world,
        [
            new CustomersResource(_world),
            new CheckoutSessionsResource(_world, _checkouts),
            new SubscriptionsResource(_world, _plans, _endings),
            new ReadOnlyResources(_world),
        ]);
        _ownPost = post is null ? new HttpWebhookPost() : null;
        _deliverer = new WebhookDeliverer(options, post ?? _ownPost!, _log);
    }

    /// <inheritdoc />
    public Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken)
    {
        MockResponse answer;
        Happening? happening;
        lock (_gate)
        {
            (answer, happening) = _api.Handle(request);
        }

        if (happening is not null)
        {
            _deliverer.SendInBackground(happening.Email, happening.Events);
        }

        return Task.FromResult(answer);
    }

    /// <summary>Waits until nothing is being delivered in the background any more, retries included.</summary>
    public Task WhenIdleAsync(CancellationToken cancellationToken) => _deliverer.WhenIdleAsync(cancellationToken);

    /// <summary>Ends retries and deliveries under way.</summary>
    public async ValueTask DisposeAsync()
    {
        await _deliverer.DisposeAsync().ConfigureAwait(false);
        _ownPost?.Dispose();
    }
}
