using PropIQ.Drivers.Stage;
using PropIQ.Targets;

namespace PropIQ.Steps.Hooks.Houses;

/// <summary>Takes from a PropIQ what is not among its capabilities: what is not declared is not used.</summary>
internal static class Offered
{
    /// <summary>The same PropIQ with nothing at hand but what is offered.</summary>
    public static PropIqUnderTest Of(IReadOnlySet<string> capabilities, PropIqUnderTest propIq) => propIq with
    {
        Capabilities = capabilities,
        TestingSecret = Capability.OfTesting.Any(capabilities.Contains) ? propIq.TestingSecret : null,
        TokenKey = If(capabilities, Capability.TokenSecret, propIq.TokenKey),
        WebhookSecret = If(capabilities, Capability.WebhookSecret, propIq.WebhookSecret),
        Ai = If(capabilities, Capability.OpenAiFaults, propIq.Ai),
        Stripe = If(capabilities, Capability.StripeMock, propIq.Stripe),
        Slack = If(capabilities, Capability.SlackMock, propIq.Slack),
        Email = If(capabilities, Capability.EmailMock, propIq.Email),
        Wandb = If(capabilities, Capability.WandbMock, propIq.Wandb),
    };

    private static T? If<T>(IReadOnlySet<string> capabilities, string capability, T? thing)
        where T : class => capabilities.Contains(capability) ? thing : null;
}
