namespace PropIQ.Mocks.OpenAi;

/// <summary>The model as a support agent: short helpful answers by topic; the same question gets the same answer.</summary>
internal static class SupportAgent
{
    private static readonly (string[] Words, string Reply)[] Topics =
    [
        (["export", "pdf", "csv"], "Exports are part of every paid plan: open your history, choose the analyses and pick PDF, CSV or JSON."),
        (["cap rate"], "The cap rate is the net operating income of a year divided by the purchase price. Compare it only between similar properties in the same market."),
        (["cash on cash", "cash-on-cash"], "Cash-on-cash return is the annual cash flow after debt service, divided by the cash that you put in."),
        (["limit", "how many", "allowance"], "Your plan includes a number of analyses a month; your profile shows how many are left and when they start again."),
        (["upgrade", "price", "pricing", "cost", "plan"], "You can compare the plans on the pricing page and upgrade at any time; your usage of this month is kept."),
        (["cancel", "refund", "downgrade"], "You can change your plan at any time; it takes effect at the end of the period that you have paid for."),
        (["score", "rating"], "The deal score runs from 0 to 100 and sums up cash flow, cap rate and return; from 65 it is a good deal, from 80 an excellent one."),
    ];

    private static readonly string[] Openings = ["Happy to help.", "Good question.", "Thanks for asking.", "Sure."];

    /// <summary>The answer to what was asked last.</summary>
    public static string Reply(ChatRequest request)
    {
        var question = request.LastQuestion;
        var topic = Array.Find(Topics, topic => Array.Exists(topic.Words, word => question.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return $"{new StableHash(question).Pick(Openings)} {topic.Reply ?? "Could you tell me a little more about the property or the page you are on? Then I can give you an exact answer."}";
    }
}
