using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.Support.Tests.ReferenceApi.Platform;

/// <summary>A configuration that nothing is wrong with, and that reaches nobody.</summary>
internal static class SomeOptions
{
    public static readonly ReferenceApiOptions Any = new()
    {
        DatabaseUrl = "Host=127.0.0.1;Port=1;Username=nobody;Password=hush-hush;Database=nowhere",
        Url = "http://127.0.0.1:0",
        JwtSecret = new string('k', 32),
        OpenAiEndpoint = new Uri("http://127.0.0.1:1"),
        OpenAiKey = "key",
        StripeSecretKey = "sk_test_1",
        StripeWebhookSecret = "whsec_1",
    };
}
