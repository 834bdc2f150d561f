using System.Text.Json;

namespace PropIQ.ReferenceApi.Ai;

/// <summary>Reads a chat completion's answer.</summary>
public static class ChatCompletionAnswer
{
    /// <summary>
    /// The first choice's text, the model and the tokens. An answer without one of these is no answer: without its
    /// tokens its cost could not be told. Throws <see cref="JsonException"/>.
    /// </summary>
    public static AiReply Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var choices = Member(root, "choices", JsonValueKind.Array);
        if (choices.GetArrayLength() == 0)
        {
            throw new JsonException("no choices");
        }

        var usage = Member(root, "usage", JsonValueKind.Object);
        return new AiReply(
            Text(Member(choices[0], "message", JsonValueKind.Object), "content"),
            Text(root, "model"),
            Tokens(usage, "prompt_tokens"),
            Tokens(usage, "completion_tokens"));
    }

    private static JsonElement Member(JsonElement parent, string name, JsonValueKind kind) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member) && member.ValueKind == kind
            ? member
            : throw new JsonException("no " + name);

    // NUL is valid in JSON but cannot be stored.
    private static string Text(JsonElement parent, string name) =>
        Member(parent, name, JsonValueKind.String).GetString()!.Replace("\0", "", StringComparison.Ordinal);

    private static int Tokens(JsonElement usage, string name) =>
        Member(usage, name, JsonValueKind.Number).TryGetInt32(out var count) && count >= 0 ? count : throw new JsonException("no " + name);
}
