using PropIQ.Client.Contract;
using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Tests.Evidence;

internal static class HearingCases
{
    private const string Row = """{"user_tier":"free","property_address":"1 Main St, Austin, TX 78701","analysis_cost":0.1,"tokens_used":900,"deal_score":70,"session_id":"s"}""";

    public static readonly Dictionary<string, Case> All = new()
    {
        ["new_user_onboarding_email"] = new(
            Story.Of(SignedUp()).Heard(email: ["Welcome"]),
            Story.Of(SignedUp()).Heard(email: ["Welcome", "Welcome"]),
            Story.Of(SignedUp()).Heard(),
            Story.Of(SignedUp()),
            Story.Of(Story.Profile()).Heard(email: ["Welcome"]))
        {
            Also = [Story.Of(SignedUp(), Story.Profile()).Heard(email: ["Welcome"])],
        },
        ["support_chat_high_volume_5_messages"] = new(
            Story.Of([.. Chats(5, _ => "c1")]),
            Story.Of([.. Chats(4, _ => "c1")]),
            Story.Of([.. Chats(5, index => $"c{index}")])),
        ["slack_new_signup"] = Slack("checkout.session.completed", "New signup: tess", "Payment failed: tess"),
        ["slack_recurring_payment"] = Slack("invoice.payment_succeeded", "Recurring payment: tess", "New signup: tess"),
        ["slack_payment_failed"] = Slack("invoice.payment_failed", "Payment failed: tess", "Recurring payment: tess"),
        ["slack_subscription_canceled"] = Slack("customer.subscription.deleted", "Subscription canceled: tess", "New signup: tess"),
        ["wandb_analysis_logged"] = new(
            Story.Of(Story.Analysed(Story.Property())).Heard(wandb: [Row]),
            Story.Of(Story.Analysed(Story.Property())).Heard(wandb: [Row.Replace("\"session_id\"", "\"session\"", StringComparison.Ordinal)]),
            Story.Of(Story.Analysed(Story.Property("2 Other St, Austin, TX 78701"))).Heard(wandb: [Row]),
            Story.Of(Story.Analysed(Story.Property())).Heard(wandb: ["not json"]),
            Story.Of(Story.Analysed(Story.Property())).Heard(wandb: ["[]"]),
            Story.Of(Story.Analysed(Story.Property())).Heard(wandb: [Row.Replace("\"1 Main St, Austin, TX 78701\"", "1", StringComparison.Ordinal)]),
            Story.Of(Story.Analysed(Story.Property())))
        {
            Also = [Story.Of(Story.Analysed(Story.Property())).Heard(wandb: ["not json", Row])],
        },
        ["clarity_tag_present"] = new(
            Story.Of(Story.Answered("/", new HomePage("<script>\"tts5hc8zf8\"</script>"))),
            Story.Of(Story.Answered("/", new HomePage("<script>\"another\"</script>")))),
    };

    private static CallRecord SignedUp() => Story.Answered("/auth/signup", new Tokens("t", "bearer", 3600, "r", null));

    private static IEnumerable<CallRecord> Chats(int count, Func<int, string> conversation) => Enumerable.Range(0, count).Select(index =>
        Story.Answered("/support/chat", new ChatReply(true, conversation(index), "?", "!", null, null), at: index));

    private static Case Slack(string type, string words, string others) => new(
        Story.Of(Story.Profile()).And(Story.Delivered(type)).Heard(slack: [words]),
        Story.Of(Story.Profile()).And(Story.Delivered(type)).Heard(slack: [words, words]),
        Story.Of(Story.Profile()).And(Story.Delivered(type)).Heard(slack: [others]),
        Story.Of(Story.Profile()).And(Story.Delivered(type, confirmed: false)).Heard(slack: [words]),
        Story.Of(Story.Profile()).Heard(slack: [words]));
}
