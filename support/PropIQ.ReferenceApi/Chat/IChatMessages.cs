using PropIQ.ReferenceApi.Domain.Addresses;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Chat;

/// <summary>Decides what can be said in the support chat (clause 6.1).</summary>
public interface IChatMessages
{
    /// <summary>The message as it is kept; null when it cannot be sent.</summary>
    string? Read(Field<string> message);
}

/// <summary>1–2,000 code points after trimming, without NUL, which cannot be stored.</summary>
public sealed class ChatMessages : IChatMessages
{
    /// <summary>The most code points.</summary>
    public const int MaximumLength = 2_000;

    /// <inheritdoc/>
    public string? Read(Field<string> message)
    {
        var text = message.Value?.Trim() ?? "";
        return text.Length > 0 && !text.Contains('\0') && UnicodeText.Count(text) <= MaximumLength ? text : null;
    }
}
