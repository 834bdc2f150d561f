using System.Text.Json;
using System.Text.Json.Nodes;

namespace PropIQ.Mocks.OpenAi;

/// <summary>A message of the prompt; several text parts are joined by line ends.</summary>
internal sealed record ChatMessage(string Role, string Text);

/// <summary>The body of a chat completions call, as far as the mock reads it.</summary>
internal sealed record ChatRequest(IReadOnlyList<ChatMessage> Messages, string User, bool WantsJson, int? MaxTokens)
{
    private static readonly string[] Roles = ["system", "developer", "user", "assistant", "tool", "function"];

    /// <summary>All messages' texts, in order.</summary>
    public string Prompt => string.Join("\n", Messages.Select(message => message.Text));

    /// <summary>What the end user said last.</summary>
    public string LastQuestion => Messages.LastOrDefault(message => message.Role == "user")?.Text ?? string.Empty;

    /// <summary>Instructions of the application.</summary>
    public string Instructions => string.Join("\n", Messages.Where(message => message.Role is "system" or "developer").Select(message => message.Text));

    /// <summary>Whether an analysis is asked for: by the form of the answer, or by instructions that ask for JSON. All else is chat.</summary>
    public bool IsAnalysis => WantsJson || Instructions.Contains("json", StringComparison.OrdinalIgnoreCase);

    /// <summary>The end user and the model that a body names, which may be anything at all; empty where it names none.</summary>
    public static (string User, string Model) NamedIn(string body)
    {
        try
        {
            var request = JsonNode.Parse(body) as JsonObject;
            return (Text(request?["user"]) ?? string.Empty, Text(request?["model"]) ?? string.Empty);
        }
        catch (Exception failure) when (IsBadJson(failure))
        {
            return (string.Empty, string.Empty);
        }
    }

    /// <summary>Reads a body.</summary>
    /// <exception cref="AzureRefusal">Azure would refuse it.</exception>
    public static ChatRequest Read(string body)
    {
        JsonObject? request;
        try
        {
            request = JsonNode.Parse(body) as JsonObject;
        }
        catch (Exception failure) when (IsBadJson(failure))
        {
            throw AzureRefusal.Invalid("We could not parse the JSON body of your request.", null, null);
        }

        if (request?["messages"] is not JsonArray { Count: > 0 } messages)
        {
            throw AzureRefusal.Invalid("Missing required parameter: 'messages'.", "messages", "missing_required_parameter");
        }

        if (request["stream"] is JsonValue stream && stream.GetValueKind() == JsonValueKind.True)
        {
            throw AzureRefusal.Invalid("The mock Azure OpenAI does not stream.", "stream", "unsupported_value");
        }

        var read = new ChatRequest(
            [.. messages.Select(Message)],
            Text(request["user"]) ?? string.Empty,
            Text((request["response_format"] as JsonObject)?["type"]) is "json_object" or "json_schema",
            Number(request["max_completion_tokens"] ?? request["max_tokens"]));
        if (Text((request["response_format"] as JsonObject)?["type"]) == "json_object" && !read.Prompt.Contains("json", StringComparison.OrdinalIgnoreCase))
        {
            throw AzureRefusal.Invalid("'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", "messages", null);
        }

        return read;
    }

    private static ChatMessage Message(JsonNode? node, int index)
    {
        var role = Text((node as JsonObject)?["role"]);
        if (role is null || !Roles.Contains(role, StringComparer.Ordinal))
        {
            throw AzureRefusal.Invalid($"Invalid value for 'messages[{index}].role'. Supported values are: {string.Join(", ", Roles)}.", $"messages[{index}].role", "invalid_value");
        }

        var content = node!["content"];
        var text = content is JsonArray parts
            ? string.Join("\n", parts.OfType<JsonObject>().Select(part => Text(part["text"])))
            : Text(content);
        return new ChatMessage(
            role,
            text ?? throw AzureRefusal.Invalid($"Invalid value for 'content' of messages[{index}]: expected a string.", $"messages[{index}].content", "invalid_type"));
    }

    private static bool IsBadJson(Exception failure) => failure is JsonException or InvalidOperationException or ArgumentException;

    private static string? Text(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static int? Number(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;
}
