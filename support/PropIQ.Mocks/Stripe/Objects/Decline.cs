using System.Text.Json.Nodes;

namespace PropIQ.Mocks.Stripe.Objects;

/// <summary>A <c>card_error</c>: Stripe's error code, the bank's decline code and the sentence for the customer.</summary>
internal sealed record Decline(string Code, string DeclineCode, string Message)
{
    /// <summary>The error that goes with a decline code; one that is not known here is a plain decline with that code.</summary>
    public static Decline For(string declineCode) => declineCode switch
    {
        "insufficient_funds" => new("card_declined", declineCode, "Your card has insufficient funds."),
        "expired_card" => new(declineCode, declineCode, "Your card has expired."),
        "incorrect_cvc" => new(declineCode, declineCode, "Your card's security code is incorrect."),
        "processing_error" => new(declineCode, declineCode, "An error occurred while processing your card. Try again in a little bit."),
        "authentication_required" => new(declineCode, declineCode, "Your card was declined. This transaction requires authentication."),
        _ => new("card_declined", declineCode, "Your card was declined."),
    };

    public JsonObject ToJson() => new()
    {
        ["code"] = Code,
        ["decline_code"] = DeclineCode,
        ["doc_url"] = $"https://stripe.com/docs/error-codes/{Code.Replace('_', '-')}",
        ["message"] = Message,
        ["type"] = "card_error",
    };
}
