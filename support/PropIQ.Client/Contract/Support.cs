using System.Text.Json;
using System.Text.Json.Serialization;
using PropIQ.Client.Reading;

namespace PropIQ.Client.Contract;

/// <summary>The support chat's answer (clause 6.1). <c>tokens</c> is left as received: its shape is not part of the contract.</summary>
public sealed record ChatReply(
    bool? Success,
    JsonId? ConversationId,
    string? Message,
    string? Response,
    DateTimeOffset? Timestamp,
    JsonElement? Tokens);

/// <summary>A conversation so far (clause 6.2).</summary>
public sealed record Conversation(IReadOnlyList<ChatMessage>? Messages);

/// <summary>One message; <c>role</c> is user or assistant.</summary>
public sealed record ChatMessage(string? Role, string? Content, DateTimeOffset? Timestamp);

/// <summary>Health, with one entry per check (clause 3.15).</summary>
public sealed record Health(
    string? Status,
    [property: JsonConverter(typeof(VersionConverter))] string? Version,
    [property: JsonConverter(typeof(VersionConverter))] string? ContractVersion,
    IReadOnlyDictionary<string, JsonElement>? Checks);

/// <summary>The page at <c>/</c> as received (clause 8.6).</summary>
public sealed record HomePage(string Html);
