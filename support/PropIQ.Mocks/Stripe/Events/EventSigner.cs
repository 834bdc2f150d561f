using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PropIQ.Mocks.Stripe.Events;

/// <summary>What goes over the wire: the body and the <c>Stripe-Signature</c> header, if there is one.</summary>
internal sealed record SignedBody(string Body, string? Signature);

/// <summary>
/// Signs as Stripe signs: <c>t=UNIX,v1=HEX</c>, where HEX is the lower-case HMAC-SHA256 of "UNIX.BODY" under the whole
/// secret; and every wrong way that a <see cref="Forgery"/> names.
/// </summary>
internal static class EventSigner
{
    public static SignedBody Sign(string body, string secret, DateTimeOffset now, Signing signing)
    {
        var seconds = (now - signing.Age).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string Hash(string key) => Hmac(key, $"{seconds}.{body}");
        var right = $"t={seconds},v1={Hash(secret)}";
        return signing.Forgery switch
        {
            Forgery.None => new(body, right),
            Forgery.Unsigned => new(body, null),
            Forgery.WrongSecret => new(body, $"t={seconds},v1={Hash(secret + "x")}"),
            Forgery.TamperedBody => new(Tamper(body), right),
            Forgery.RightSignatureLast => new(body, $"t={seconds},v1={Hash(secret + "old")},v1={Hash(secret)}"),
            Forgery.Garbled => new(body, "not a signature"),
            Forgery.TestScheme => new(body, $"t={seconds},v0={Hash(secret)}"),
            _ => throw new ArgumentOutOfRangeException(nameof(signing), signing.Forgery, "Unknown forgery."),
        };
    }

    private static string Hmac(string key, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(text)));

    // The meaning is left whole, so that an API which does not check would carry the event out, and be found out.
    private static string Tamper(string body)
    {
        const string Before = "\"pending_webhooks\": 1";
        return body.Contains(Before, StringComparison.Ordinal)
            ? body.Replace(Before, "\"pending_webhooks\": 2", StringComparison.Ordinal)
            : body + " ";
    }
}
