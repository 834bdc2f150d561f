using System.Net;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Images;
using PropIQ.Mocks.Inbox;
using PropIQ.Mocks.OpenAi;
using PropIQ.Mocks.Stripe;
using PropIQ.Mocks;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.Standing;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Collaborators;

/// <summary>The mocks in a container of this repository's Dockerfile, each at a free port of this machine.</summary>
internal sealed class ContainerMocks : IMocks
{
    private const string ThisMachine = "host.docker.internal";
    private static readonly PublishedPorts Inside = new(IPAddress.Any, "localhost", PublishedPorts.UsualFirst);
    private readonly IContainer _container;
    private readonly IDirector _director;

    private ContainerMocks(IContainer container, IDirector director) => (_container, _director) = (container, director);

    public IStripeControl Stripe => _director.Stripe;

    public IOpenAiControl Ai => _director.Ai;

    public IInboxControl Slack => _director.Slack;

    public IInboxControl Email => _director.Email;

    public IInboxControl Wandb => _director.Wandb;

    public Uri StripeApiBase => Mapped(_container, Inside.Stripe.Port);

    public Uri OpenAiEndpoint => Mapped(_container, Inside.OpenAi.Port);

    public Uri SlackWebhookUrl => new(Mapped(_container, Inside.Slack.Port), CollaboratorMocks.SlackPath);

    public Uri SendGridBaseUrl => Mapped(_container, Inside.Email.Port);

    public Uri WandbBaseUrl => Mapped(_container, Inside.Wandb.Port);

    /// <summary>Builds the image, unless Docker has every layer of it already, and starts the container.</summary>
    /// <exception cref="SandboxException">There is no Docker or no repository, the image cannot be built, or the container does not come up.</exception>
    public static Task<ContainerMocks> StartAsync(SandboxOptions options, CancellationToken cancellationToken) =>
        new Part("The container of the mocks", options.ContainerDeadline, "See what Docker says, and whether the base images can be fetched.")
            .StartAsync(limited => BuiltAndStartedAsync(options, limited), cancellationToken);

    /// <summary>A name of this machine that leads to it from inside the container, too.</summary>
    public Uri AsReachedFromMocks(Uri url) => url.IsLoopback ? new UriBuilder(url) { Host = ThisMachine }.Uri : url;

    public async ValueTask DisposeAsync()
    {
        await _director.DisposeAsync();
        await _container.DisposeAsync();
    }

    private static async Task<ContainerMocks> BuiltAndStartedAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        var secret = Secrets.New();
        try
        {
            var image = Image(options);
            await image.CreateAsync(cancellationToken);
            var container = Container(image, secret);
            try
            {
                await container.StartAsync(cancellationToken);
                return new ContainerMocks(container, await RemoteDirector.ConnectAsync(Mapped(container, Inside.Director.Port), secret, cancellationToken));
            }
            catch
            {
                await container.DisposeAsync();
                throw;
            }
        }
        catch (DockerUnavailableException failure)
        {
            throw new SandboxException($"The mocks cannot run in a container: {failure.Message} Or unset {SandboxOptions.MocksVariable} to have them in the sandbox's own process.", failure);
        }
    }

    private static IFutureDockerImage Image(SandboxOptions options)
    {
        var repository = BuiltRepository.Find() ?? throw new SandboxException("The mocks' Dockerfile was not found: run the sandbox out of its repository.");
        var image = new ImageFromDockerfileBuilder()
            .WithName("localhost/propiq-mocks:latest")
            .WithDockerfileDirectory(repository.Root)
            .WithCleanUp(false);
        foreach (var (name, value) in options.MocksBuildArguments)
        {
            image = image.WithBuildArgument(name, value);
        }

        return image.Build();
    }

    private static IContainer Container(IFutureDockerImage image, string secret)
    {
        var container = new ContainerBuilder(image)
            .WithEnvironment(TargetChoice.DirectorSecretVariable, secret)
            .WithExtraHost(ThisMachine, "host-gateway")
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request.ForPort((ushort)Inside.Director.Port).ForPath(DirectorServer.HealthPath)));
        for (var port = Inside.First; port < Inside.First + PublishedPorts.Count; port++)
        {
            container = container.WithPortBinding(port, true);
        }

        return container.Build();
    }

    private static Uri Mapped(IContainer container, int port) => new($"http://{container.Hostname}:{container.GetMappedPublicPort(port)}/");
}
