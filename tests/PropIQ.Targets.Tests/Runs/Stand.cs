using System.Text.Json.Nodes;
using PropIQ.Client;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Hosts;
using PropIQ.Targets.Tests.Gateways;
using Xunit;

namespace PropIQ.Targets.Tests.Runs;

/// <summary>A PropIQ in this process, its director, and gateways before it: for runs of the suite that know of them by a target file alone.</summary>
public sealed class Stand : IAsyncLifetime
{
    private const string DirectorSecret = "stand-director-secret-Zq7";

    /// <summary>How the gateway spells.</summary>
    internal static readonly WireFormat Wire = new()
    {
        PathPrefix = "/api/v1",
        Naming = MemberNaming.Camel,
        MemberNames = new Dictionary<string, string> { ["access_token"] = "token" },
        Endpoints = new Dictionary<string, string> { ["/health"] = "/status" },
    };

    private SandboxWorld? world;
    private PropIqHost? host;
    private DirectorServer? director;

    /// <summary>What every file says of how to reach it.</summary>
    internal const string Spelling = """
        prefix: /api/v1
        naming: camel
        members: { access_token: token }
        endpoints: { /health: /status }
        """;

    public async ValueTask InitializeAsync()
    {
        world = await SandboxWorld.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        host = await world.StartOwnHostAsync(new HostTweaks { Options = options => options with { TrustedProxies = ["127.0.0.1"] } }, TestContext.Current.CancellationToken);
        director = await DirectorServer.StartAsync(new HostDirector(host), DirectorSecret, null, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (director is not null)
        {
            await director.DisposeAsync();
        }

        if (world is not null)
        {
            await world.DisposeAsync();
        }
    }

    /// <summary>A gateway before the PropIQ.</summary>
    internal Task<TranslatingGateway> GatewayAsync(Func<string, JsonNode?, JsonNode?>? twist = null) =>
        TranslatingGateway.StartAsync(host!.Url, Wire, twist, TestContext.Current.CancellationToken);

    /// <summary>The environment of a run that knows everything.</summary>
    internal Dictionary<string, string> EverySecret() => new()
    {
        ["PROPIQ_TESTING_SECRET"] = host!.TestingSecret,
        ["STRIPE_WEBHOOK_SECRET"] = host.Environment.StripeWebhookSecret,
        ["JWT_SECRET"] = host.Environment.JwtSecret,
        ["PROPIQ_DIRECTOR"] = director!.Url.ToString(),
        ["PROPIQ_DIRECTOR_SECRET"] = DirectorSecret,
    };

    /// <summary>Runs the suite against what a target file names.</summary>
    internal static async Task<SuiteRun> PlayAsync(string file, Dictionary<string, string> environment, params string[] filter)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("propiq-target-").FullName, "other.yaml");
        await File.WriteAllTextAsync(path, file, TestContext.Current.CancellationToken);
        return await SuiteRun.PlayAsync(new Dictionary<string, string>(environment) { [TargetChoice.TargetVariable] = path }, filter, TestContext.Current.CancellationToken);
    }
}
