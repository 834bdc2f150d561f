using System.Text.Json.Nodes;

namespace PropIQ.Proof.Freedoms;

/// <summary>Other words where the contract quotes none.</summary>
internal static class Wording
{
    // Refusals whose detail is quoted, by code.
    private static readonly HashSet<string> Quoted = ["user_exists", "usage_limit_reached", "export_requires_paid_plan"];

    /// <summary>Another type, title and detail of a refusal, other sentences by field, another introduction to what would be lost.</summary>
    public static void Change(JsonNode tree)
    {
        if (tree is not JsonObject members)
        {
            return;
        }

        if ((string?)members["code"] is { } code && members.ContainsKey("title"))
        {
            members["type"] = "https://docs.propiq.example/problems#" + code;
            members["title"] = "That cannot be done";
            members["instance"] = "urn:uuid:0b5c4f0e-3f57-4d1d-9d1c-0d9b86c4a0b1";
            if (!Quoted.Contains(code) && (string?)members["detail"] is { } detail)
            {
                // What is wrong with an address has to be named, in whatever words.
                members["detail"] = code == "invalid_address" ? "Please look at this again: " + detail : "Please look at this again.";
            }
        }

        foreach (var sentences in (members["errors"] as JsonObject)?.Select(field => field.Value as JsonArray) ?? [])
        {
            sentences?.Clear();
            sentences?.Add("Please look at this again.");
        }

        if (members["warnings"] is JsonArray warnings)
        {
            members["warnings"] = new JsonArray([.. warnings.Select(warning => JsonValue.Create($"Mind this: {warning}."))]);
        }
    }
}
