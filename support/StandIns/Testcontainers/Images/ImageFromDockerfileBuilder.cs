using DotNet.Testcontainers.Images;
using Testcontainers.PostgreSql.Docker;

namespace DotNet.Testcontainers.Builders;

/// <summary>Builds images with the docker command. Immutable.</summary>
public sealed class ImageFromDockerfileBuilder
{
    private readonly DockerCommand _docker;
    private readonly string _name;
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _arguments;

    /// <summary>Starts from the Dockerfile in the current folder.</summary>
    public ImageFromDockerfileBuilder()
        : this(new DockerCommand("docker"), $"localhost/testcontainers:{Guid.NewGuid():D}", Directory.GetCurrentDirectory(), new Dictionary<string, string>())
    {
    }

    internal ImageFromDockerfileBuilder(DockerCommand docker, string name, string folder, IReadOnlyDictionary<string, string> arguments) =>
        (_docker, _name, _folder, _arguments) = (docker, name, folder, arguments);

    /// <summary>A copy whose image is called so.</summary>
    public ImageFromDockerfileBuilder WithName(string name) => new(_docker, name, _folder, _arguments);

    /// <summary>A copy that takes the Dockerfile, and what it copies, from this folder.</summary>
    public ImageFromDockerfileBuilder WithDockerfileDirectory(string dockerfileDirectory) => new(_docker, _name, dockerfileDirectory, _arguments);

    /// <summary>A copy with this build argument as well.</summary>
    public ImageFromDockerfileBuilder WithBuildArgument(string name, string value) =>
        new(_docker, _name, _folder, new Dictionary<string, string>(_arguments) { [name] = value });

    /// <summary>Whether the image goes with the process. Here it always stays: docker's cache makes the next build short.</summary>
    public ImageFromDockerfileBuilder WithCleanUp(bool cleanUp) => cleanUp
        ? throw new NotSupportedException("This stand-in removes no images: say WithCleanUp(false), or use the real package (-p:UseStandIns=false).")
        : this;

    /// <summary>An image that has not been built.</summary>
    /// <exception cref="DockerUnavailableException">There is no Docker that answers.</exception>
    public IFutureDockerImage Build()
    {
        _docker.AnswersOrThrow();
        return new DockerfileImage(_docker, _name, _folder, _arguments);
    }
}
