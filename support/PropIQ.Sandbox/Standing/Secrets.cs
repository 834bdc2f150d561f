using System.Security.Cryptography;
using PropIQ.Sandbox.Collaborators;

namespace PropIQ.Sandbox.Standing;

/// <summary>Secrets for one sandbox: made up, so that none can be known beforehand or is worth anything afterwards.</summary>
internal static class Secrets
{
    /// <summary>160 bits.</summary>
    public static string New() => RandomNumberGenerator.GetHexString(40, lowercase: true);

    /// <summary>The environment of a PropIQ that uses these mocks and this database.</summary>
    public static SandboxEnvironment MadeUp(IMocks mocks, string databaseUrl) => new()
    {
        DatabaseUrl = databaseUrl,
        StripeApiBase = mocks.StripeApiBase,
        OpenAiEndpoint = mocks.OpenAiEndpoint,
        SlackWebhookUrl = mocks.SlackWebhookUrl,
        SendGridBaseUrl = mocks.SendGridBaseUrl,
        WandbBaseUrl = mocks.WandbBaseUrl,
        StripeWebhookSecret = $"whsec_{New()}",
        JwtSecret = New(),
        TestingSecret = New(),
    };
}
