using System.Net;
using PropIQ.Sandbox.Collaborators;
using PropIQ.Sandbox.Databases;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Hosts;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Standing;

/// <summary>
/// Everything around one PropIQ that somebody else starts: an empty database and the mocks, with a way to each that can be
/// broken, and a director of it all.
/// </summary>
internal sealed class StandingSandbox : IAsyncDisposable
{
    private readonly EmptyDatabase _database;
    private readonly IMocks _mocks;
    private readonly HostLinks _links;
    private readonly Uri _webhook;
    private DirectorServer? _server;

    private StandingSandbox(EmptyDatabase database, IMocks mocks, Uri webhook)
    {
        (_database, _mocks, _webhook) = (database, mocks, webhook);
        (_links, Environment) = HostLinks.Before(Secrets.MadeUp(mocks, database.ConnectionString));
        Links = LinkSwitches.Of(_links);
    }

    /// <summary>What PropIQ starts with; everything in it goes through the links.</summary>
    public SandboxEnvironment Environment { get; }

    /// <summary>The ways to what PropIQ calls.</summary>
    public LinkSwitches Links { get; }

    /// <summary>The director's address and secret, by the variables' names; nothing before it has been opened.</summary>
    public IReadOnlyDictionary<string, string> DirectorVariables { get; private set; } = new Dictionary<string, string>();

    /// <summary>All variables: PropIQ's, and the director's.</summary>
    public IReadOnlyDictionary<string, string> Variables => Environment.ToPortableVariables().Concat(DirectorVariables).ToDictionary();

    /// <summary>Starts it; <paramref name="webhook"/> is where PropIQ takes Stripe's events.</summary>
    /// <exception cref="SandboxException">A part did not come up; the message says which, and what to do.</exception>
    public static async Task<StandingSandbox> StartAsync(SandboxOptions options, Uri webhook, CancellationToken cancellationToken)
    {
        var database = EmptyDatabase.CreateAsync(options, cancellationToken);
        var mocks = StartMocksAsync(options, cancellationToken);
        try
        {
            await Task.WhenAll(database, mocks);
            var sandbox = new StandingSandbox(await database, await mocks, webhook);
            await sandbox._mocks.Stripe.SetWebhookAsync(sandbox._mocks.AsReachedFromMocks(webhook), sandbox.Environment.StripeWebhookSecret, cancellationToken);
            return sandbox;
        }
        catch
        {
            await Task.WhenAll(Disposal.OfStartedAsync(database), Disposal.OfStartedAsync(mocks));
            throw;
        }
    }

    /// <summary>Opens the director. <paramref name="surroundings"/> is PropIQ's process, where it is the sandbox's own; <paramref name="stop"/> ends the sandbox.</summary>
    public async Task OpenDirectorAsync(ISurroundings? surroundings, Action stop, CancellationToken cancellationToken)
    {
        var secret = Secrets.New();
        var control = new SandboxControl(Links, _webhook, surroundings is not null, stop);
        _server = await DirectorServer.StartAsync(new StandingDirector(_mocks, surroundings, control), secret, new IPEndPoint(IPAddress.Loopback, 0), cancellationToken);
        DirectorVariables = new Dictionary<string, string>
        {
            [TargetChoice.DirectorVariable] = _server.Url.ToString(),
            [TargetChoice.DirectorSecretVariable] = secret,
        };
    }

    /// <summary>Takes everything down.</summary>
    public async ValueTask DisposeAsync()
    {
        // Deliveries first, then the ways, then what they lead to; the director last, so that whoever asks sees when all is down.
        await _mocks.DisposeAsync();
        await _links.DisposeAsync();
        await _database.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static async Task<IMocks> StartMocksAsync(SandboxOptions options, CancellationToken cancellationToken) => options.Mocks == MocksPlace.Container
        ? await ContainerMocks.StartAsync(options, cancellationToken)
        : await LocalMocks.StartAsync(options, cancellationToken);
}
