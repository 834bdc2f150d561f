using PropIQ.Mocks;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Collaborators;

/// <summary>The mocks in this process, a Stripe included.</summary>
internal sealed class LocalMocks : IMocks
{
    private readonly CollaboratorMocks _collaborators;
    private readonly OwnStripe _stripe;

    private LocalMocks(CollaboratorMocks collaborators, OwnStripe stripe) => (_collaborators, _stripe) = (collaborators, stripe);

    public IStripeControl Stripe => _stripe.Control;

    public IOpenAiControl Ai => _collaborators.Ai;

    public IInboxControl Slack => _collaborators.Slack;

    public IInboxControl Email => _collaborators.Email;

    public IInboxControl Wandb => _collaborators.Wandb;

    public Uri StripeApiBase => _stripe.Url;

    public Uri OpenAiEndpoint => _collaborators.OpenAiEndpoint;

    public Uri SlackWebhookUrl => _collaborators.SlackWebhookUrl;

    public Uri SendGridBaseUrl => _collaborators.SendGridBaseUrl;

    public Uri WandbBaseUrl => _collaborators.WandbBaseUrl;

    public static async Task<LocalMocks> StartAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var collaborators = StartCollaboratorsAsync(options, cancellationToken);
        var stripe = OwnStripe.StartAsync(options, cancellationToken);
        try
        {
            return new LocalMocks(await collaborators, await stripe);
        }
        catch
        {
            await Task.WhenAll(Disposal.OfStartedAsync(collaborators), Disposal.OfStartedAsync(stripe));
            throw;
        }
    }

    /// <summary>Those that any number of PropIQs can share.</summary>
    public static Task<CollaboratorMocks> StartCollaboratorsAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        new Part("The mocks", options.PartDeadline, Mend.Ports).StartAsync(
            limited => CollaboratorMocks.StartAsync(new CollaboratorOptions(SandboxEnvironment.OpenAiKey, SandboxEnvironment.SendGridKey), limited),
            cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _stripe.DisposeAsync();
        await _collaborators.DisposeAsync();
    }
}
