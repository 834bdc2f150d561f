using System.Text.Json;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Accounts;

/// <summary>The e-mail that welcomes a new account (clause 8.4).</summary>
public interface IOnboardingEmail
{
    /// <summary>The JSON that SendGrid's v3 mail/send takes.</summary>
    string Compose(string email, string? firstName);
}

/// <summary>A short welcome in plain text.</summary>
public sealed class OnboardingEmail(ReferenceApiOptions options) : IOnboardingEmail
{
    /// <inheritdoc />
    public string Compose(string email, string? firstName) => JsonSerializer.Serialize(
        new
        {
            personalizations = new[] { new { to = new[] { new { email } } } },
            from = new { email = options.MailFrom, name = "PropIQ" },
            subject = "Welcome to PropIQ",
            content = new[] { new { type = "text/plain", value = Text(firstName) } },
        },
        Json.Options);

    private static string Text(string? firstName) =>
        $"""
        Hello {(string.IsNullOrWhiteSpace(firstName) ? "and welcome" : firstName.Trim())},

        your PropIQ account is ready. Five property analyses a month are free: paste an address and see how the deal scores.

        Good deals to you,
        PropIQ
        """;
}
