using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Collaborators;

/// <summary>A host's own mock Stripe: it delivers webhooks to one URL, so each host has one.</summary>
internal sealed class OwnStripe : IAsyncDisposable
{
    private readonly StripeMock _mock;
    private readonly MockEndpoint _endpoint;

    private OwnStripe(StripeMock mock, MockEndpoint endpoint) => (_mock, _endpoint) = (mock, endpoint);

    public Uri Url => _endpoint.Url;

    public IStripeControl Control => _mock;

    public static Task<OwnStripe> StartAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        new Part("The mock Stripe", options.PartDeadline, Mend.Ports).StartAsync(StartAsync, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        // Deliveries first: they would find nobody to go on with.
        await _mock.DisposeAsync();
        await _endpoint.DisposeAsync();
    }

    private static async Task<OwnStripe> StartAsync(CancellationToken cancellationToken)
    {
        var mock = new StripeMock();
        try
        {
            return new OwnStripe(mock, await MockEndpoint.StartAsync(mock, cancellationToken));
        }
        catch
        {
            await mock.DisposeAsync();
            throw;
        }
    }
}
