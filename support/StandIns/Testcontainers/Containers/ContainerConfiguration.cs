using DotNet.Testcontainers.Configurations;
using Testcontainers.PostgreSql.Docker;

namespace DotNet.Testcontainers.Containers;

/// <summary>What a builder has gathered.</summary>
internal sealed record ContainerConfiguration(DockerCommand Docker, string Image)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<int> Ports { get; init; } = [];

    public IReadOnlyList<string> ExtraHosts { get; init; } = [];

    public HttpWaitStrategy? Wait { get; init; }

    /// <summary>What docker run takes. Values of variables go by docker's own environment: a list of processes does not show them.</summary>
    public IEnumerable<string> Arguments =>
    [
        .. Ports.SelectMany(port => new[] { "--publish", $"127.0.0.1::{port}" }),
        .. Environment.Keys.SelectMany(name => new[] { "--env", name }),
        .. ExtraHosts.SelectMany(host => new[] { "--add-host", host }),
        Image,
    ];
}
