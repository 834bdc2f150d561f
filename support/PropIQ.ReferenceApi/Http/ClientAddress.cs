using System.Net;
using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Http;

/// <summary>Where a request comes from.</summary>
public interface IClientAddress
{
    /// <summary>The client's address; X-Forwarded-For counts only as far as configured proxies vouch for it (clause 7.1).</summary>
    IPAddress Of(HttpContext context);
}

/// <summary>The peer's address or, if that is a trusted proxy, the rightmost forwarded one that is not a trusted proxy itself.</summary>
public sealed class ClientAddress : IClientAddress
{
    private readonly IPNetwork[] trusted;

    /// <summary>Takes the trusted proxies, addresses or networks, from the configuration.</summary>
    public ClientAddress(ReferenceApiOptions options) => trusted = ReadNetworks(options);

    /// <summary>The trusted proxies; a <see cref="StartupException"/> when one of them cannot be read.</summary>
    public static IPNetwork[] ReadNetworks(ReferenceApiOptions options) => [.. options.TrustedProxies.Select(ReadNetwork)];

    /// <inheritdoc />
    public IPAddress Of(HttpContext context)
    {
        var client = Plain(context.Connection.RemoteIpAddress ?? IPAddress.None);
        var hops = string.Join(',', context.Request.Headers["X-Forwarded-For"].ToArray()).Split(',', StringSplitOptions.TrimEntries);
        for (var hop = hops.Length - 1; hop >= 0 && IsTrusted(client) && IPEndPoint.TryParse(hops[hop], out var forwarded); hop--)
        {
            client = Plain(forwarded.Address);
        }

        return client;
    }

    private bool IsTrusted(IPAddress address) => Array.Exists(trusted, network => network.Contains(address));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static IPNetwork ReadNetwork(string text)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        }

        return IPNetwork.TryParse(text, out var network)
            ? network
            : throw new StartupException($"TRUSTED_PROXIES: \"{text}\" is neither an address nor a network such as 10.0.0.0/8.");
    }
}
