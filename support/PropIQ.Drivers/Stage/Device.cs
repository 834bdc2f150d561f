using PropIQ.Client;
using PropIQ.Client.Contract;

namespace PropIQ.Drivers.Stage;

/// <summary>Something an actor uses PropIQ from: its own network address, its own session.</summary>
public sealed class Device(string name, PropIqClient client) : IDisposable
{
    /// <summary>What people call it: laptop, phone.</summary>
    public string Name { get; } = name;

    /// <summary>The way to PropIQ from here.</summary>
    public PropIqClient Client { get; private set; } = client;

    /// <summary>The tokens of the session on this device; null before logging in.</summary>
    public Tokens? Session { get; set; }

    /// <summary>The tokens from before the session was renewed; null when it was not.</summary>
    public Tokens? Former { get; set; }

    /// <summary>The access token, if there is a session.</summary>
    public string? AccessToken => Session?.AccessToken;

    /// <summary>From now on an access token is sent along with whatever needs none, too.</summary>
    public void SendAlong(string accessToken)
    {
        var before = Client;
        Client = before.SendingAlong(accessToken);
        before.Dispose();
    }

    /// <inheritdoc />
    public void Dispose() => Client.Dispose();
}
