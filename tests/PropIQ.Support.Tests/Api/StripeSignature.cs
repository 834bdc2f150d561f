using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropIQ.Support.Tests.Api;

/// <summary>Signs a webhook's body as Stripe does.</summary>
internal static class StripeSignature
{
    public static string Of(string body, string secret, DateTimeOffset? at = null)
    {
        var time = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}"));
        return $"t={time},v1={Convert.ToHexStringLower(signature)}";
    }
}
