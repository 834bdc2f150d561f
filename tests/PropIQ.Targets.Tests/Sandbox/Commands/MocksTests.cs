using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Commands;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Standing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox.Commands;

/// <summary>The mocks and their director alone, at ports that are known beforehand: what the container runs.</summary>
public sealed class MocksTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_reached_at_known_ports_by_another_name_of_this_machine()
    {
        var (mocks, ports) = await StartAsync();
        await using var _ = mocks;
        var variables = mocks.Variables;

        variables.Should().NotContainKey("DATABASE_URL");
        variables["STRIPE_WEBHOOK_SECRET"].Should().Be("whsec_known");
        variables["PROPIQ_DIRECTOR"].Should().Be($"http://localhost:{ports.First}");
        variables["STRIPE_API_BASE"].Should().Be($"http://localhost:{ports.First + 1}");
        variables["SLACK_WEBHOOK_URL"].Should().StartWith($"http://localhost:{ports.First + 3}/services/");
        using var http = new HttpClient();
        (await http.PostAsync(variables["SLACK_WEBHOOK_URL"], new StringContent("""{"text":"hello from frank"}"""), Stop)).StatusCode.Should().Be(HttpStatusCode.OK);
        await using var director = await RemoteDirector.ConnectAsync(new Uri(variables["PROPIQ_DIRECTOR"]), "known", Stop);
        (await director.Slack.ContainingAsync("frank", Stop)).Should().ContainSingle();
        director.Surroundings.Should().BeNull();
    }

    [Fact]
    public async Task Ports_that_somebody_has_are_told()
    {
        var (mocks, ports) = await StartAsync();
        await using var _ = mocks;

        var again = () => PublishedMocks.StartAsync(ports, new PublishedSecrets("known", null), new Uri("http://127.0.0.1:9/"), () => { }, Stop);

        (await again.Should().ThrowAsync<SandboxException>()).WithMessage($"The ports of the mocks did not come up: Port {ports.First + 1} of 127.0.0.1 cannot be listened at*--first-port*");
    }

    [Fact]
    public async Task A_secret_that_nobody_would_know_is_refused()
    {
        var said = new StringWriter();

        (await SandboxApp.RunAsync(["mocks"], new Screen(said, said), Stop)).Should().Be(64);

        said.ToString().Should().Contain("Nobody would know the director's secret: set PROPIQ_DIRECTOR_SECRET");
    }

    // Somebody may take one of the ports between looking and starting: then others are looked for.
    private static async Task<(PublishedMocks Mocks, PublishedPorts Ports)> StartAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            var ports = new PublishedPorts(IPAddress.Loopback, "localhost", FreeInARow());
            try
            {
                return (await PublishedMocks.StartAsync(ports, new PublishedSecrets("known", "whsec_known"), new Uri("http://127.0.0.1:9/"), () => { }, Stop), ports);
            }
            catch (SandboxException) when (attempt < 5)
            {
                continue;
            }
        }
    }

    private static int FreeInARow()
    {
        while (true)
        {
            var first = Random.Shared.Next(20_000, 30_000);
            if (Enumerable.Range(first, PublishedPorts.Count).All(IsFree))
            {
                return first;
            }
        }
    }

    private static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
