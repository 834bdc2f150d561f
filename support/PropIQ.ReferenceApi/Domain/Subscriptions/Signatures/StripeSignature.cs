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
    /// <summary>Reads a header; null when it has no time. Of several times the last one counts; other schemes are passed over.</summary>
    public static StripeSignature? Read(string? header)
    {
        string? time = null;
        var candidates = new List<string>();
        foreach (var part in header?.Split(',') ?? [])
        {
            switch (part.Split('=', 2, StringSplitOptions.TrimEntries))
            {
                case ["t", var value]:
                    time = value;
                    break;
                case ["v1", var value]:
                    candidates.Add(value);
                    break;
            }
        }

        return Seconds(time) is { } at ? new StripeSignature(time!, at, candidates) : null;
    }

    /// <summary>Lower-case hex of HMAC-SHA256 over <c>time.body</c>, keyed with the UTF-8 of the whole secret.</summary>
    public static string Sign(string secret, string timeText, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        mac.AppendData(Encoding.UTF8.GetBytes(timeText + "."));
        mac.AppendData(body);
        return Convert.ToHexStringLower(mac.GetHashAndReset());
    }

    // 32 bits reach into the year 2106; what is later is no time to sign at.
    private static DateTimeOffset? Seconds(string? text) =>
        uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
