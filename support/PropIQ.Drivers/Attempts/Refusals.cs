namespace PropIQ.Drivers.Attempts;

/// <summary>Every refusal of the contract, by the reason that features give.</summary>
public static class Refusals
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<KnownRefusal> All =
    [
        new("the account exists already", 409, "user_exists", "User already exists"),
        new("the details are not valid", 422, "validation_failed"),
        new("the e-mail or password is wrong", 401, "invalid_credentials"),
        new("there were too many requests", 429, "rate_limited", SaysWhenToRetry: true),
        new("the refresh token is not valid", 401, "invalid_refresh_token"),
        new("the access token has expired", 401, "token_expired"),
        new("the session is over", 401, "session_expired"),
        new("nobody can tell who is asking", 401, "unauthorized"),
        new("the request cannot be read", 400, "malformed_json"),
        new("there is nothing to analyse", 400, "malformed_json") { Or = new("the address is not valid", 422, "invalid_address") },
        new("the property type is unknown", 422, "invalid_property_type"),
        new("the address is not valid", 422, "invalid_address"),
        new("the price is not valid", 422, "invalid_price"),
        new("the text is too long for the AI", 413, "payload_too_large"),
        new("the free allowance is used up", 429, "usage_limit_reached", "Free tier limit reached. Upgrade to continue."),
        new("the plan's allowance is used up", 429, "usage_limit_reached", "Usage limit reached"),
        new("the AI is not available", 503, "ai_unavailable", SaysWhenToRetry: true),
        new("the database timed out", 504, "database_timeout"),
        new("the database is not available", 503, "database_unavailable"),
        new("the page asked for is not valid", 422, "invalid_paging"),
        new("there is no such thing", 404, "not_found"),
        new("exports need a paid plan", 403, "export_requires_paid_plan", "Export feature requires paid subscription"),
        new("the export order is not valid", 422, "invalid_export"),
        new("the comparison is not valid", 422, "invalid_comparison"),
        new("the deal's numbers are not valid", 422, "invalid_calculator_input"),
        new("the plan is unknown", 422, "unknown_tier"),
        new("the price belongs to another plan", 422, "price_mismatch"),
        new("it is the present plan already", 409, "already_on_tier"),
        new("a checkout is needed first", 409, "checkout_required"),
        new("payments are not available", 503, "payments_unavailable"),
        new("the signature is not valid", 400, "invalid_signature"),
        new("the event is not valid", 400, "invalid_payload"),
        new("the message is not valid", 422, "invalid_message"),
    ];

    /// <summary>The refusal behind a feature's "because …".</summary>
    public static KnownRefusal Because(string reason) => All.FirstOrDefault(refusal => refusal.Reason == reason)
        ?? throw new ArgumentException($"No refusal is known for \"because {reason}\". Known reasons: {string.Join("; ", All.Select(refusal => refusal.Reason))}.");

    /// <summary>The refusal whose sentence the customer reads.</summary>
    public static KnownRefusal Saying(string sentence) => All.FirstOrDefault(refusal => refusal.Sentence == sentence)
        ?? throw new ArgumentException($"No refusal of the contract says \"{sentence}\".");
}
