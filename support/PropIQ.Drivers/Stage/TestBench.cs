using PropIQ.Client;

namespace PropIQ.Drivers.Stage;

/// <summary>The way to the testing interface of the PropIQ under test (contract, section 10), from an address of its own.</summary>
public sealed class TestBench(PropIqUnderTest propIq, Traffic traffic) : IDisposable
{
    private TestingClient? client;

    /// <summary>True when the testing interface here can do it.</summary>
    public bool Offers(string capability) => propIq.TestingSecret is not null && propIq.Offers(capability);

    /// <summary>The testing interface, for something that needs the capability.</summary>
    /// <exception cref="MissingCapabilityException">It cannot, or there is none.</exception>
    public TestingClient For(string capability)
    {
        var secret = PropIqUnderTest.Need(Offers(capability) ? propIq.TestingSecret : null, capability);
        return client ??= new TestingClient(propIq.Reach() with { TestingSecret = secret, OnExchange = traffic.Add });
    }

    /// <inheritdoc />
    public void Dispose() => client?.Dispose();
}
