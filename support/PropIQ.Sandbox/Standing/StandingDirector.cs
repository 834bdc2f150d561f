using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.Sandbox.Collaborators;
using PropIQ.Sandbox.Directing;

namespace PropIQ.Sandbox.Standing;

/// <summary>Directs the mocks of a sandbox and, where there is one, PropIQ's process. Disposing leaves them as they are: the sandbox owns them.</summary>
internal sealed class StandingDirector(IMocks mocks, ISurroundings? surroundings, ISandboxControl sandbox) : ISandboxDirector
{
    public IStripeControl Stripe => mocks.Stripe;

    public IOpenAiControl Ai => mocks.Ai;

    public IInboxControl Slack => mocks.Slack;

    public IInboxControl Email => mocks.Email;

    public IInboxControl Wandb => mocks.Wandb;

    public ISurroundings? Surroundings => surroundings;

    public ISandboxControl Sandbox => sandbox;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
