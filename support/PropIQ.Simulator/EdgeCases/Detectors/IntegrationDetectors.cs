using System.Text.Json;
using PropIQ.Client.Contract;

namespace PropIQ.Simulator.EdgeCases.Detectors;

/// <summary>What others hear of PropIQ, and the support chat.</summary>
internal static class IntegrationDetectors
{
    private static readonly string[] LoggedMembers = ["user_tier", "property_address", "analysis_cost", "tokens_used", "deal_score", "session_id"];

    public static readonly Detector[] All =
    [
        new("new_user_onboarding_email", evidence =>
            evidence.Calls.Any(call => call is { Succeeded: true, Endpoint: "/auth/signup" }) && evidence.Heard is { Email.Count: 1 }
                ? "the sign-up was followed by exactly one e-mail"
                : null),

        new("support_chat_high_volume_5_messages", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Value: ChatReply { ConversationId: not null, Response: not null } })
            .GroupBy(call => ((ChatReply)call.Value!).ConversationId)
            .Where(conversation => conversation.Count() >= 5)
            .Proof(conversation => $"{conversation.Count()} messages in one conversation, each answered")),

        Slack("slack_new_signup", "checkout.session.completed", "new signup"),
        Slack("slack_recurring_payment", "invoice.payment_succeeded", "recurring payment"),
        Slack("slack_payment_failed", "invoice.payment_failed", "payment failed"),
        Slack("slack_subscription_canceled", "customer.subscription.deleted", "subscription cancel"),

        new("wandb_analysis_logged", evidence => evidence.Analyses()
            .Where(analysis => evidence.Heard is { } heard && heard.Wandb.Any(body => Tells(body, analysis.Made)))
            .Proof(analysis => $"Weights & Biases has the analysis of \"{analysis.Made.Address}\" with all its members")),

        new("clarity_tag_present", evidence => evidence.Calls
            .Where(call => call is { Succeeded: true, Value: HomePage page } && page.Html.Contains("tts5hc8zf8", StringComparison.Ordinal))
            .Proof(call => $"the home page carries Clarity's tag, at {Looking.At(call)}")),
    ];

    private static Detector Slack(string id, string eventType, string words) => new(id, evidence =>
    {
        var sent = evidence.Effective(eventType).Count();
        var heard = evidence.Heard?.Slack.Count(message => message.Contains(words, StringComparison.OrdinalIgnoreCase)) ?? 0;
        return sent > 0 && heard == sent ? $"Slack heard \"{words}\" exactly {heard}× for {sent} {eventType}" : null;
    });

    private static bool Tells(string body, Analysis made)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var row = json.RootElement;
            return row.ValueKind == JsonValueKind.Object
                && LoggedMembers.All(name => row.TryGetProperty(name, out _))
                && row.GetProperty("property_address").GetString() == made.Address;
        }
        catch (Exception notThis) when (notThis is JsonException or InvalidOperationException)
        {
            return false;
        }
    }
}
