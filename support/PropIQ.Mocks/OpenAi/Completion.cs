using System.Text.Json.Nodes;
using PropIQ.Mocks.Http;

namespace PropIQ.Mocks.OpenAi;

/// <summary>An answer of the model, in the envelope that Azure OpenAI puts around it.</summary>
internal sealed record Completion(string Id, DateTimeOffset At, string Content, bool CutShort, int InputTokens, int OutputTokens)
{
    public MockResponse ToResponse() => new(200, "application/json", ToJson().ToJsonString());

    private static JsonObject Safe(bool withJailbreak)
    {
        var results = new JsonObject();
        foreach (var category in (string[])["hate", "self_harm", "sexual", "violence"])
        {
            results[category] = new JsonObject { ["filtered"] = false, ["severity"] = "safe" };
        }

        if (withJailbreak)
        {
            results["jailbreak"] = new JsonObject { ["detected"] = false, ["filtered"] = false };
        }

        return results;
    }

    private JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["object"] = "chat.completion",
        ["created"] = At.ToUnixTimeSeconds(),
        ["model"] = "gpt-4o-mini-2024-07-18",
        ["system_fingerprint"] = "fp_efad92c60b",
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = CutShort ? "length" : "stop",
            ["logprobs"] = null,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = Content, ["refusal"] = null },
            ["content_filter_results"] = Safe(withJailbreak: false),
        }),
        ["prompt_filter_results"] = new JsonArray(new JsonObject
        {
            ["prompt_index"] = 0,
            ["content_filter_results"] = Safe(withJailbreak: true),
        }),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = InputTokens,
            ["completion_tokens"] = OutputTokens,
            ["total_tokens"] = InputTokens + OutputTokens,
            ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = 0 },
            ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = 0 },
        },
    };
}
