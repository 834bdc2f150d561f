using PropIQ.Client;

namespace PropIQ.Drivers.Stage;

/// <summary>The way to the testing interface of the PropIQ under test (contract, section 10), from an address of its own.</summary>
public sealed class TestBench(PropIqUnderTest propIq, Traffic traffic) : IDisposable
{
    private TestingClient? client;

    /// <summary>True when there is a testing interface here.</summary>
    public bool IsThere => propIq.TestingSecret is not null;

    /// <summary>The testing interface, for something that needs the capability.</summary>
    /// <exception cref="MissingCapabilityException">There is none.</exception>
    public TestingClient For(string capability) => client ??= new TestingClient(new ClientOptions(propIq.Url)
    {
        TestingSecret = PropIqUnderTest.Need(propIq.TestingSecret, capability),
        SourceAddress = TestRun.NextSourceAddress(),
        OnExchange = traffic.Add,
    });

    /// <inheritdoc />
    public void Dispose() => client?.Dispose();
}
