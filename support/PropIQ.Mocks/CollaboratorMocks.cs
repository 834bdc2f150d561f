using PropIQ.Mocks.Http;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.Network;
using PropIQ.Mocks.OpenAi;

namespace PropIQ.Mocks;

/// <summary>
/// Azure OpenAI, Slack, SendGrid and Weights &amp; Biases, each a server of its own behind a fault proxy. Stripe is not
/// among them: it delivers to one PropIQ's webhook, so every PropIQ has its own.
/// </summary>
public sealed class CollaboratorMocks : IAsyncDisposable
{
    /// <summary>The path of Slack's one webhook.</summary>
    public const string SlackPath = SlackProtocol.WebhookPath;

    private readonly MockEndpoint[] _endpoints;

    private CollaboratorMocks(OpenAiMock ai, InboxMock slack, InboxMock email, InboxMock wandb, MockEndpoint[] endpoints)
    {
        (Ai, Slack, Email, Wandb) = (ai, slack, email, wandb);
        _endpoints = endpoints;
    }

    /// <summary>Directs Azure OpenAI.</summary>
    public IOpenAiControl Ai { get; }

    /// <summary>What Slack received.</summary>
    public IInboxControl Slack { get; }

    /// <summary>What SendGrid received.</summary>
    public IInboxControl Email { get; }

    /// <summary>What Weights &amp; Biases received.</summary>
    public IInboxControl Wandb { get; }

    /// <summary>The base URL for <c>AZURE_OPENAI_ENDPOINT</c>.</summary>
    public Uri OpenAiEndpoint => _endpoints[0].Url;

    /// <summary>The whole URL for <c>SLACK_WEBHOOK_URL</c>.</summary>
    public Uri SlackWebhookUrl => new(_endpoints[1].Url, SlackProtocol.WebhookPath);

    /// <summary>The base URL for <c>SENDGRID_BASE_URL</c>.</summary>
    public Uri SendGridBaseUrl => _endpoints[2].Url;

    /// <summary>The base URL for <c>WANDB_BASE_URL</c>.</summary>
    public Uri WandbBaseUrl => _endpoints[3].Url;

    /// <summary>The network before Azure OpenAI.</summary>
    public FaultProxy OpenAiProxy => _endpoints[0].Proxy;

    /// <summary>The network before Slack.</summary>
    public FaultProxy SlackProxy => _endpoints[1].Proxy;

    /// <summary>The network before SendGrid.</summary>
    public FaultProxy SendGridProxy => _endpoints[2].Proxy;

    /// <summary>The network before Weights &amp; Biases.</summary>
    public FaultProxy WandbProxy => _endpoints[3].Proxy;

    /// <summary>Starts all four at once.</summary>
    public static async Task<CollaboratorMocks> StartAsync(CollaboratorOptions options, CancellationToken cancellationToken)
    {
        var ai = new OpenAiMock(new OpenAiMockOptions { ApiKey = options.OpenAiKey });
        var (slack, email, wandb) = (InboxMock.Slack(), InboxMock.SendGrid(options.SendGridKey), InboxMock.Wandb());
        IMockService[] services = [ai, slack, email, wandb];
        var starting = Array.ConvertAll(services, service => MockEndpoint.StartAsync(service, cancellationToken));
        try
        {
            return new CollaboratorMocks(ai, slack, email, wandb, await Task.WhenAll(starting));
        }
        catch
        {
            await Task.WhenAll(starting.Where(start => start.IsCompletedSuccessfully).Select(async start => await (await start).DisposeAsync()));
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(_endpoints.Select(endpoint => endpoint.DisposeAsync().AsTask()));
}
