using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Collaborators;

/// <summary>Everything that one PropIQ calls, but for its database: where each is, and what directs it.</summary>
internal interface IMocks : IAsyncDisposable
{
    IStripeControl Stripe { get; }

    IOpenAiControl Ai { get; }

    IInboxControl Slack { get; }

    IInboxControl Email { get; }

    IInboxControl Wandb { get; }

    Uri StripeApiBase { get; }

    Uri OpenAiEndpoint { get; }

    Uri SlackWebhookUrl { get; }

    Uri SendGridBaseUrl { get; }

    Uri WandbBaseUrl { get; }

    /// <summary>An address as the mocks have to call it: from a container, this machine has another name.</summary>
    Uri AsReachedFromMocks(Uri url) => url;
}
