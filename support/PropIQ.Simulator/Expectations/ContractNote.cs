using PropIQ.Simulator.Running;

namespace PropIQ.Simulator.Expectations;

/// <summary>Says where an unmet expectation contradicts the contract: PropIQ refused as the contract has it.</summary>
internal static class ContractNote
{
    private static readonly Dictionary<string, (int Status, string Clause)> Refusals = new()
    {
        ["user_exists"] = (409, "2.1"),
        ["validation_failed"] = (422, "2.1"),
        ["invalid_credentials"] = (401, "2.2"),
        ["token_expired"] = (401, "2.6"),
        ["session_expired"] = (401, "2.7"),
        ["invalid_property_type"] = (422, "3.2"),
        ["invalid_address"] = (422, "3.3"),
        ["invalid_price"] = (422, "3.4"),
        ["payload_too_large"] = (413, "3.4"),
        ["usage_limit_reached"] = (429, "3.5"),
        ["invalid_paging"] = (422, "3.11"),
        ["export_requires_paid_plan"] = (403, "3.13"),
        ["invalid_export"] = (422, "3.13"),
        ["invalid_comparison"] = (422, "3.14"),
        ["not_found"] = (404, "2.10"),
        ["invalid_calculator_input"] = (422, "4.1"),
        ["unknown_tier"] = (422, "5.1"),
        ["price_mismatch"] = (422, "5.1"),
        ["already_on_tier"] = (409, "5.1"),
        ["checkout_required"] = (409, "5.3"),
        ["invalid_message"] = (422, "6.1"),
        ["rate_limited"] = (429, "7.1"),
    };

    /// <summary>The note for an action whose expectation was not met; null when the contract does not decide it.</summary>
    public static string? For(IReadOnlyList<CallRecord> judged) =>
        judged.FirstOrDefault(call => call.Code is { } code && Refusals.TryGetValue(code, out var refusal) && refusal.Status == call.Status) is { Code: { } known } refused
            ? $"The contract has PropIQ refuse with {refused.Status} {known} (clause {Refusals[known].Clause}): here the profile may contradict it."
            : null;
}
