using PropIQ.Mocks.Http;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Sandbox.Collaborators;

/// <summary>The mocks that all hosts of a world share: everything in them is per user or per message.</summary>
internal sealed class CollaboratorMocks : IAsyncDisposable
{
    private readonly MockEndpoint[] _endpoints;

    private CollaboratorMocks(MockEndpoint[] endpoints) => _endpoints = endpoints;

    public IOpenAiControl Ai => throw new SandboxException("The mock Azure OpenAI is not there yet.");

    public IInboxControl Slack => throw new SandboxException("The mock Slack is not there yet.");

    public IInboxControl Email => throw new SandboxException("The mock SendGrid is not there yet.");

    public IInboxControl Wandb => throw new SandboxException("The mock Weights & Biases is not there yet.");

    public static async Task<CollaboratorMocks> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var part = new Part("The mocks", options.PartDeadline, "See whether this machine may listen on ports of 127.0.0.1.");
        return new CollaboratorMocks(await part.StartAsync(
            limited => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MockEndpoint.StartAsync(new Silent(), limited))),
            cancellationToken));
    }

    /// <summary>The environment of a host with this database and this Stripe.</summary>
    public SandboxEnvironment Environment(string databaseUrl, Uri stripe) => new()
    {
        DatabaseUrl = databaseUrl,
        StripeApiBase = stripe,
        OpenAiEndpoint = _endpoints[0].Url,
        SlackWebhookUrl = new Uri(_endpoints[1].Url, "services/T000/B000/sandbox"),
        SendGridBaseUrl = _endpoints[2].Url,
        WandbBaseUrl = _endpoints[3].Url,
    };

    public async ValueTask DisposeAsync() => await Task.WhenAll(_endpoints.Select(endpoint => endpoint.DisposeAsync().AsTask()));

    private sealed class Silent : IMockService
    {
        public Task<MockResponse> HandleAsync(MockRequest request, CancellationToken cancellationToken) =>
            Task.FromResult(new MockResponse(200, "application/json", "{}"));
    }
}
