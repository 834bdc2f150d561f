using System.Security.Cryptography;
using System.Text;

namespace PropIQ.ReferenceApi.Domain.Subscriptions.Signatures;

/// <summary>Whether a webhook's body comes from Stripe (clause 5.5).</summary>
public interface IWebhookSignature
{
    /// <summary>True when the header signs exactly this body, with our secret, near enough to <paramref name="now"/>.</summary>
    bool IsGenuine(string? header, ReadOnlySpan<byte> body, DateTimeOffset now);
}

/// <summary>Stripe's scheme: any of the header's v1 may match; each is compared in constant time.</summary>
public sealed class WebhookSignature(string secret, ISignatureTolerance tolerance) : IWebhookSignature
{
    /// <inheritdoc />
    public bool IsGenuine(string? header, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (StripeSignature.Read(header) is not { } signature || !tolerance.Accepts(signature.Time, now))
        {
            return false;
        }

        var expected = Encoding.UTF8.GetBytes(StripeSignature.Sign(secret, signature.TimeText, body));

        // Every candidate is compared, so that the time taken does not tell which one came close.
        return signature.Candidates.Count(candidate => CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(candidate))) > 0;
    }
}
