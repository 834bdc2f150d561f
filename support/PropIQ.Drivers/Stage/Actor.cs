using PropIQ.Client;
using PropIQ.Drivers.Attempts;

namespace PropIQ.Drivers.Stage;

/// <summary>A person in a scenario: an account of their own, devices, a clock, and what they tried so far.</summary>
public sealed class Actor(string name, Func<PropIqClient> connect) : IDisposable
{
    private readonly Dictionary<string, Device> devices = [];

    /// <summary>The persona's first name.</summary>
    public string Name { get; } = name;

    /// <summary>An address that no other scenario has.</summary>
    public string Email { get; } = TestRun.NextEmail(name);

    /// <summary>Fits the password rule (contract, 2.1).</summary>
    public string Password { get; } = $"Sim{name}2025!Go";

    /// <summary>The account's id at PropIQ; null before there is an account.</summary>
    public JsonId? UserId { get; set; }

    /// <summary>The device in hand.</summary>
    public Device Device { get; private set; } = new("laptop", connect());

    /// <summary>The way to PropIQ from the device in hand.</summary>
    public PropIqClient Client => Device.Client;

    /// <summary>The access token on the device in hand.</summary>
    public string? Token => Device.AccessToken;

    /// <summary>What this person tried, oldest first.</summary>
    public Journal Journal { get; } = new();

    /// <summary>Takes another device in hand; a new one has its own address and no session.</summary>
    public Device Take(string deviceName)
    {
        devices[Device.Name] = Device;
        if (!devices.TryGetValue(deviceName, out var device))
        {
            device = new Device(deviceName, connect());
        }

        return Device = device;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        devices[Device.Name] = Device;
        foreach (var device in devices.Values)
        {
            device.Dispose();
        }
    }

    /// <inheritdoc />
    public override string ToString() => Name;
}
