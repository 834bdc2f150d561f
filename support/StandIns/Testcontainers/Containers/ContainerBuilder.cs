using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;
using DotNet.Testcontainers.Images;
using Testcontainers.PostgreSql.Docker;

namespace DotNet.Testcontainers.Builders;

/// <summary>Builds containers with the docker command. Immutable.</summary>
public sealed class ContainerBuilder
{
    private readonly ContainerConfiguration _configuration;

    /// <summary>Starts from an image.</summary>
    public ContainerBuilder(IImage image)
        : this(new ContainerConfiguration(new DockerCommand("docker"), image is DockerfileImage built
            ? built.Name
            : throw new NotSupportedException("This stand-in runs images of ImageFromDockerfileBuilder only: use the real package (-p:UseStandIns=false).")))
    {
    }

    internal ContainerBuilder(ContainerConfiguration configuration) => _configuration = configuration;

    /// <summary>A copy with this variable as well.</summary>
    public ContainerBuilder WithEnvironment(string name, string value) =>
        new(_configuration with { Environment = new Dictionary<string, string>(_configuration.Environment) { [name] = value } });

    /// <summary>A copy whose port is published as well, on a free port of this machine.</summary>
    public ContainerBuilder WithPortBinding(int port, bool assignRandomHostPort = false) => assignRandomHostPort
        ? new(_configuration with { Ports = [.. _configuration.Ports, port] })
        : throw new NotSupportedException("This stand-in takes free ports only: say WithPortBinding(port, true), or use the real package (-p:UseStandIns=false).");

    /// <summary>A copy that finds a further host by name.</summary>
    public ContainerBuilder WithExtraHost(string hostname, string ipAddress) => new(_configuration with { ExtraHosts = [.. _configuration.ExtraHosts, $"{hostname}:{ipAddress}"] });

    /// <summary>A copy that has started when this has come about.</summary>
    public ContainerBuilder WithWaitStrategy(IWaitForContainerOS waitStrategy) => new(_configuration with { Wait = ((UnixWait)waitStrategy).Http });

    /// <summary>A container that has not been started.</summary>
    /// <exception cref="DockerUnavailableException">There is no Docker that answers.</exception>
    public IContainer Build()
    {
        _configuration.Docker.AnswersOrThrow();
        return new RunContainer(_configuration);
    }
}
