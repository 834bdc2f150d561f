using System.Text.Json;
using PropIQ.Client.Contract;

namespace PropIQ.Targets.Reading;

/// <summary>The names that the contract has, so that a slip in a target file is noticed.</summary>
internal static class ContractNames
{
    /// <summary>The paths of all calls.</summary>
    public static readonly IReadOnlySet<string> Paths = new HashSet<string>
    {
        "/", "/health", "/pricing", "/auth/signup", "/auth/login", "/auth/refresh", "/auth/me", "/auth/logout",
        "/propiq/analyze", "/propiq/history", "/propiq/analyses/{id}", "/propiq/export", "/propiq/compare", "/propiq/calculator", "/propiq/health",
        "/stripe/create-checkout-session", "/stripe/subscription", "/stripe/change-plan", "/stripe/webhook",
        "/support/chat", "/support/history/{conversation_id}",
        "/testing/users", "/testing/users/{email}/clock", "/testing/users/{email}/stall", "/testing/outbox/drain",
    };

    // What requests and refusals have beside the members of answers.
    private static readonly string[] Others =
    [
        "type", "title", "detail", "code", "errors", "upgrade_to", "property_ids", "confirm", "hold_seconds", "timeout_seconds",
    ];

    /// <summary>The members of all requests, answers and refusals.</summary>
    public static readonly IReadOnlySet<string> Members = typeof(Tokens).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == typeof(Tokens).Namespace)
        .SelectMany(type => type.GetProperties())
        .Select(property => JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name))
        .Concat(Others)
        .ToHashSet();
}
