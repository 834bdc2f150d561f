using System.Text;
using System.Text.Unicode;

namespace PropIQ.Client.Http;

/// <summary>A body as an exchange keeps it: text as it is, anything else by its size, and no more than reports can bear.</summary>
internal static class RecordedBody
{
    public const int MostBytes = 1024 * 1024;

    public static string? Of(byte[]? body)
    {
        if (body is null)
        {
            return null;
        }

        var kept = body.AsSpan(0, Math.Min(body.Length, MostBytes));
        if (body.AsSpan().StartsWith("%PDF"u8) || (body.Length <= MostBytes && !Utf8.IsValid(kept)))
        {
            return FormattableString.Invariant($"({body.Length} bytes that are not text)");
        }

        var text = Encoding.UTF8.GetString(kept);
        return body.Length <= MostBytes ? text : FormattableString.Invariant($"{text}… ({body.Length} bytes in all)");
    }
}
