using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PropIQ.Client.Reading;

namespace PropIQ.Client;

/// <summary>
/// An id as PropIQ gave it. The contract does not say whether ids are text or numbers: one that came as a number goes
/// back as a number, and the text "12" is another id than the number 12.
/// </summary>
/// <param name="Text">Its characters or digits, as paths have them.</param>
/// <param name="IsNumber">Whether JSON has it as a number.</param>
[JsonConverter(typeof(JsonIdConverter))]
public sealed record JsonId(string Text, bool IsNumber)
{
    /// <summary>An id that is text; none for none.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator JsonId?(string? text) => text is null ? null : new(text, IsNumber: false);

    /// <summary>As JSON has it, so that a sentence tells "12" from 12.</summary>
    public override string ToString() => IsNumber ? Text : $"\"{Text}\"";
}
