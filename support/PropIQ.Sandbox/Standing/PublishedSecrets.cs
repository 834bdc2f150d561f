using PropIQ.Targets;

namespace PropIQ.Sandbox.Standing;

/// <summary>Secrets that both sides of a container have to know; null is made up.</summary>
/// <param name="Director">Opens the director.</param>
/// <param name="Webhook">Signs Stripe's events.</param>
internal sealed record PublishedSecrets(string Director, string? Webhook)
{
    /// <summary>The environment's, and what is made up for those that it does not hold.</summary>
    public static PublishedSecrets Of(Func<string, string?> variable) => new(Text(variable(TargetChoice.DirectorSecretVariable)) ?? Secrets.New(), Text(variable(TargetChoice.WebhookVariable)));

    /// <summary>An environment with these in it.</summary>
    public SandboxEnvironment In(SandboxEnvironment environment) => Webhook is null ? environment : environment with { StripeWebhookSecret = Webhook };

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
