using PropIQ.Mocks.Network;
using PropIQ.Sandbox.Collaborators;
using PropIQ.Sandbox.Directing;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Standing;

/// <summary>The mocks and their director, and nothing else, where others reach them: what the container runs.</summary>
internal sealed class PublishedMocks : IAsyncDisposable
{
    private readonly LocalMocks _mocks;
    private readonly Dictionary<Link, FaultProxy> _links;
    private readonly DirectorServer _director;

    private PublishedMocks(LocalMocks mocks, Dictionary<Link, FaultProxy> links, DirectorServer director, IReadOnlyDictionary<string, string> variables) =>
        (_mocks, _links, _director, Variables) = (mocks, links, director, variables);

    /// <summary>What PropIQ starts with, but for its database; and the director.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Starts them. <paramref name="webhook"/> is where PropIQ takes Stripe's events; <paramref name="stop"/> ends the sandbox.</summary>
    /// <exception cref="SandboxException">A part did not come up, or a port is taken.</exception>
    public static async Task<PublishedMocks> StartAsync(PublishedPorts ports, PublishedSecrets secrets, Uri webhook, Action stop, CancellationToken cancellationToken)
    {
        var options = new SandboxOptions();
        var mocks = await LocalMocks.StartAsync(options, cancellationToken);
        var links = new Dictionary<Link, FaultProxy>();
        try
        {
            var part = new Part("The ports of the mocks", options.PartDeadline, $"Stop who has them, or take others with --first-port (from {ports.First} on, {PublishedPorts.Count} are needed).");
            return await part.StartAsync(
                async limited =>
                {
                    Publish(mocks, ports, links);
                    var environment = secrets.In(Secrets.MadeUp(mocks, "") with
                    {
                        StripeApiBase = ports.Published(mocks.StripeApiBase, ports.Stripe),
                        OpenAiEndpoint = ports.Published(mocks.OpenAiEndpoint, ports.OpenAi),
                        SlackWebhookUrl = ports.Published(mocks.SlackWebhookUrl, ports.Slack),
                        SendGridBaseUrl = ports.Published(mocks.SendGridBaseUrl, ports.Email),
                        WandbBaseUrl = ports.Published(mocks.WandbBaseUrl, ports.Wandb),
                    });
                    await mocks.Stripe.SetWebhookAsync(webhook, environment.StripeWebhookSecret, limited);
                    var control = new SandboxControl(new LinkSwitches(links), webhook, runsPropIq: false, stop);
                    var director = await DirectorServer.StartAsync(new StandingDirector(mocks, null, control), secrets.Director, ports.Director, limited);
                    return new PublishedMocks(mocks, links, director, new Dictionary<string, string>(environment.ToPortableVariables())
                    {
                        [TargetChoice.DirectorVariable] = ports.Published(director.Url, ports.Director).GetLeftPart(UriPartial.Authority),
                        [TargetChoice.DirectorSecretVariable] = secrets.Director,
                    });
                },
                cancellationToken);
        }
        catch
        {
            await DownAsync(mocks, links);
            throw;
        }
    }

    /// <summary>Takes everything down.</summary>
    public async ValueTask DisposeAsync()
    {
        await DownAsync(_mocks, _links);
        await _director.DisposeAsync();
    }

    private static void Publish(LocalMocks mocks, PublishedPorts ports, Dictionary<Link, FaultProxy> links)
    {
        foreach (var (link, own, at) in new[]
        {
            (Link.Stripe, mocks.StripeApiBase, ports.Stripe),
            (Link.OpenAi, mocks.OpenAiEndpoint, ports.OpenAi),
            (Link.Slack, mocks.SlackWebhookUrl, ports.Slack),
            (Link.Email, mocks.SendGridBaseUrl, ports.Email),
            (Link.Wandb, mocks.WandbBaseUrl, ports.Wandb),
        })
        {
            links[link] = FaultProxy.Start(own.Host, own.Port, listenAt: at);
        }
    }

    private static async Task DownAsync(LocalMocks mocks, Dictionary<Link, FaultProxy> links)
    {
        await mocks.DisposeAsync();
        await Task.WhenAll(links.Values.Select(link => link.DisposeAsync().AsTask()));
    }
}
