namespace PropIQ.Mocks.Stripe.Events;

/// <summary>Carries one delivery to the webhook.</summary>
public interface IWebhookPost
{
    /// <summary>Posts the body with its signature header (null: none). Throws <see cref="HttpRequestException"/> when nobody answers.</summary>
    Task<WebhookAnswer> PostAsync(Uri url, string body, string? signature, CancellationToken cancellationToken);
}

/// <summary>What the webhook answered.</summary>
public sealed record WebhookAnswer(int Status, string Body);
