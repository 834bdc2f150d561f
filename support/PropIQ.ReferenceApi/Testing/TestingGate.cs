using System.Net;
using System.Security.Cryptography;
using System.Text;
using PropIQ.ReferenceApi.Hosting;
using PropIQ.ReferenceApi.Http;

namespace PropIQ.ReferenceApi.Testing;

/// <summary>
/// Guards everything below /testing: without the secret, from another machine, or switched off, there is nothing there.
/// It stands before all else, so that not even a malformed body or a wrong method is answered differently.
/// </summary>
public sealed class TestingGate(RequestDelegate next, ReferenceApiOptions options)
{
    /// <summary>The header that carries the secret.</summary>
    public const string Header = "X-PropIQ-Testing-Secret";

    private readonly byte[]? secret = options.TestingSecret is { } text ? SHA256.HashData(Encoding.UTF8.GetBytes(text)) : null;

    /// <summary>Lets the request pass, or refuses it as not found.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/testing", StringComparison.OrdinalIgnoreCase) && !Opens(context))
        {
            throw new Refusal(404, "not_found", "There is nothing at this address.");
        }

        return next(context);
    }

    private bool Opens(HttpContext context) =>
        secret is not null
        && context.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer)
        && context.Request.Headers[Header] is [{ } shown]

        // Hashes are of one length, so that the comparison tells nothing of the secret's.
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), secret);
}
