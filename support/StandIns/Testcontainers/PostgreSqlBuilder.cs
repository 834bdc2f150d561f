using DotNet.Testcontainers.Builders;

namespace Testcontainers.PostgreSql;

/// <summary>Builds PostgreSQL "containers" out of the machine's own PostgreSQL or, without one, the docker command. Immutable.</summary>
public sealed class PostgreSqlBuilder
{
    private readonly PostgreSqlConfiguration _configuration;

    /// <summary>Starts from an image's name. The machine's own PostgreSQL has the version that it has.</summary>
    public PostgreSqlBuilder(string image)
        : this(new PostgreSqlConfiguration(image))
    {
    }

    private PostgreSqlBuilder(PostgreSqlConfiguration configuration) => _configuration = configuration;

    /// <summary>A copy with this superuser.</summary>
    public PostgreSqlBuilder WithUsername(string username) => new(_configuration with { Username = username });

    /// <summary>A copy with this password of the superuser.</summary>
    public PostgreSqlBuilder WithPassword(string password) => new(_configuration with { Password = password });

    /// <summary>A copy with these options of the server after the ones so far.</summary>
    public PostgreSqlBuilder WithCommand(params string[] command) =>
        new(_configuration with { Command = [.. _configuration.Command, .. command] });

    /// <summary>A copy with this folder of the container kept in memory. The machine's own PostgreSQL then has its data there, where there is room.</summary>
    public PostgreSqlBuilder WithTmpfsMount(string destination) =>
        new(_configuration with { TmpfsMounts = [.. _configuration.TmpfsMounts, destination] });

    /// <summary>A container that has not been started.</summary>
    /// <exception cref="ArgumentException">The image or the password is empty.</exception>
    /// <exception cref="DockerUnavailableException">There is neither a PostgreSQL nor a Docker here.</exception>
    public PostgreSqlContainer Build()
    {
        ArgumentException.ThrowIfNullOrEmpty(_configuration.Image, "image");
        ArgumentException.ThrowIfNullOrEmpty(_configuration.Password, "password");
        return new PostgreSqlContainer(_configuration, ServerChoice.OfThisMachine.Choose(_configuration));
    }
}
