using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Where each channel's messages are posted.</summary>
public sealed class OutboxRoutes(ReferenceApiOptions options)
{
    /// <summary>The address of a channel; null when it is not configured.</summary>
    public Uri? For(OutboxChannel channel) => channel switch
    {
        OutboxChannel.Slack => options.SlackWebhookUrl,
        OutboxChannel.Email => Below(options.SendGridBaseUrl, "v3/mail/send"),
        OutboxChannel.Wandb => Below(options.WandbBaseUrl, "propiq-analysis"),
        _ => null,
    };

    /// <summary>The bearer key that a channel asks for, if any.</summary>
    public string? KeyFor(OutboxChannel channel) => channel == OutboxChannel.Email ? options.SendGridKey : null;

    /// <summary>The channel as the table names it.</summary>
    public static string NameOf(OutboxChannel channel) => channel.ToString().ToLowerInvariant();

    private static Uri? Below(Uri? origin, string path) =>
        origin is null ? null : new Uri(origin.AbsoluteUri.TrimEnd('/') + "/" + path);
}
