using PropIQ.Mocks.Http;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Collaborators;

/// <summary>A host's own mock Stripe: it delivers webhooks to one URL, so each host has one.</summary>
internal sealed class OwnStripe(MockEndpoint endpoint) : IAsyncDisposable
{
    public Uri Url => endpoint.Url;

    public IStripeControl? Control => null;

    public static async Task<OwnStripe> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var part = new Part("The mock Stripe", options.PartDeadline, "See whether this machine may listen on ports of 127.0.0.1.");
        return new OwnStripe(await part.StartAsync(limited => MockEndpoint.StartAsync(new Silent(), limited), cancellationToken));
    }

    public ValueTask DisposeAsync() => endpoint.DisposeAsync();

    private sealed class Silent : IMockService
    {
        public Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new MockResponse(200, "application/json", "{}"));
    }
}
