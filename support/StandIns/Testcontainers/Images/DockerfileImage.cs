using Testcontainers.PostgreSql.Docker;

namespace DotNet.Testcontainers.Images;

/// <summary>An image built by the docker command.</summary>
internal sealed class DockerfileImage(DockerCommand docker, string name, string folder, IReadOnlyDictionary<string, string> arguments) : IFutureDockerImage
{
    /// <summary>What it is called once it has been built.</summary>
    public string Name => name;

    public async Task CreateAsync(CancellationToken ct = default)
    {
        string[] command = ["build", "--tag", name, .. arguments.SelectMany(argument => new[] { "--build-arg", $"{argument.Key}={argument.Value}" }), folder];
        if (await docker.ComplaintAsync(command, ct) is { } complaint)
        {
            throw new InvalidOperationException($"docker build {folder} failed. It said:\n{complaint}");
        }
    }
}
