using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;

namespace PropIQ.Sandbox.Directing;

/// <summary>Directs what is around a PropIQ from another process than the sandbox's. Disposing closes the way to it and changes nothing there.</summary>
public sealed class RemoteDirector : ISandboxDirector
{
    private readonly DirectorConnection _connection;
    private readonly IReadOnlyList<string> _offered;

    private RemoteDirector(DirectorConnection connection, IReadOnlyList<string> offered)
    {
        (_connection, _offered) = (connection, offered);
        Stripe = Needed<IStripeControl>("stripe");
        Ai = Needed<IOpenAiControl>("openai");
        Slack = Needed<IInboxControl>("slack");
        Email = Needed<IInboxControl>("email");
        Wandb = Needed<IInboxControl>("wandb");
        Surroundings = Offered<ISurroundings>("surroundings");
        Sandbox = Offered<ISandboxControl>("sandbox");
    }

    /// <inheritdoc />
    public IStripeControl Stripe { get; }

    /// <inheritdoc />
    public IOpenAiControl Ai { get; }

    /// <inheritdoc />
    public IInboxControl Slack { get; }

    /// <inheritdoc />
    public IInboxControl Email { get; }

    /// <inheritdoc />
    public IInboxControl Wandb { get; }

    /// <inheritdoc />
    public ISurroundings? Surroundings { get; }

    /// <summary>The sandbox itself.</summary>
    internal ISandboxControl? Sandbox { get; }

    /// <inheritdoc />
    ISandboxControl? ISandboxDirector.Sandbox => Sandbox;

    /// <summary>Connects to a director.</summary>
    /// <param name="url">Its address: <c>PROPIQ_DIRECTOR</c>.</param>
    /// <param name="secret">What opens it: <c>PROPIQ_DIRECTOR_SECRET</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SandboxException">It is not there, is none, is of another version, or does not accept the secret; the message says what to do.</exception>
    public static async Task<IDirector> ConnectAsync(Uri url, string secret, CancellationToken cancellationToken)
    {
        var connection = new DirectorConnection(url, secret);
        try
        {
            return new RemoteDirector(connection, await connection.IntroduceAsync(cancellationToken));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private T Needed<T>(string service)
        where T : class => Offered<T>(service) ?? throw new SandboxException($"The director at {_connection.Url} does not direct {service}.");

    private T? Offered<T>(string service)
        where T : class =>
        _offered.Contains(service) ? (T)RemoteControl.Of(DirectorServices.All.Single(each => each.Name == service), _connection) : null;
}
