using PropIQ.Mocks.Network;

namespace PropIQ.Sandbox.Hosts;

/// <summary>An own host's links to what it calls: each can be refused, dropped, stalled or slowed down.</summary>
public sealed record HostLinks(
    FaultProxy Database,
    FaultProxy OpenAi,
    FaultProxy Stripe,
    FaultProxy Slack,
    FaultProxy Email,
    FaultProxy Wandb) : IAsyncDisposable
{
    /// <summary>Everything passes again, on every link.</summary>
    public void Restore()
    {
        foreach (var link in All)
        {
            link.Latency = TimeSpan.Zero;
            link.Switch(ProxyMode.Forward);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Task.WhenAll(All.Select(link => link.DisposeAsync().AsTask()));

    private FaultProxy[] All => [Database, OpenAi, Stripe, Slack, Email, Wandb];

    /// <summary>Puts a link before everything in an environment, and answers the environment that goes through the links.</summary>
    internal static (HostLinks Links, SandboxEnvironment Through) Before(SandboxEnvironment environment)
    {
        var database = environment.Database();
        var links = new HostLinks(
            FaultProxy.Start(database.Host!, database.Port),
            To(environment.OpenAiEndpoint),
            To(environment.StripeApiBase),
            To(environment.SlackWebhookUrl),
            To(environment.SendGridBaseUrl),
            To(environment.WandbBaseUrl));
        (database.Host, database.Port) = ("127.0.0.1", links.Database.Port);
        return (links, environment with
        {
            DatabaseUrl = database.ConnectionString,
            OpenAiEndpoint = Via(links.OpenAi, environment.OpenAiEndpoint),
            StripeApiBase = Via(links.Stripe, environment.StripeApiBase),
            SlackWebhookUrl = Via(links.Slack, environment.SlackWebhookUrl),
            SendGridBaseUrl = Via(links.Email, environment.SendGridBaseUrl),
            WandbBaseUrl = Via(links.Wandb, environment.WandbBaseUrl),
        });
    }

    private static FaultProxy To(Uri url) => FaultProxy.Start(url.Host, url.Port);

    private static Uri Via(FaultProxy link, Uri url) => new UriBuilder(url) { Host = "127.0.0.1", Port = link.Port }.Uri;
}
