using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;

/// <summary>
/// A <c>Stripe-Signature</c> header, read: <c>t=unix seconds,v1=hex[,v1=hex…]</c>. The time is kept as it was written too,
/// because that text is what was signed.
/// </summary>
public sealed record StripeSignature(string TimeText, DateTimeOffset Time, IReadOnlyList<string> Candidates)
{
    /// <summary>Reads a header; null when it has no time or no v1. Of several times the last one counts; other schemes are passed over.</summary>
    public static StripeSignature? Read(string? header)
    {
        string? time = null;
        var candidates = new List<string>();
        foreach (var part in (header ?? "").Split(','))
        {
            var (key, value) = Split(part);
            if (key == "t")
            {
                time = value;
            }
            else if (key == "v1")
            {
                candidates.Add(value);
            }
        }

        return candidates.Count > 0 && Seconds(time) is { } at ? new StripeSignature(time!, at, candidates) : null;
    }

    /// <summary>Lower-case hex of HMAC-SHA256 over <c>time.body</c>, keyed with the UTF-8 of the whole secret.</summary>
    public static string Sign(string secret, string timeText, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes(timeText + "."));
        mac.AppendData(body);
        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    private static (string Key, string Value) Split(string part)
    {
        var at = part.IndexOf('=');
        return at < 0 ? (part.Trim(), "") : (part[..at].Trim(), part[(at + 1)..].Trim());
    }

    private static DateTimeOffset? Seconds(string? text)
    {
        const long Year9999 = 253402300799;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= Year9999
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
