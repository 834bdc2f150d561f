namespace Testcontainers.PostgreSql.Docker;

/// <summary>A PostgreSQL container by the docker command, published on a free port of 127.0.0.1.</summary>
internal sealed class DockerServer(DockerCommand docker, PostgreSqlConfiguration configuration) : IServer
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly string _name = $"postgresql-{Guid.NewGuid():n}";
    private Keeper? _keeper;

    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        var keeper = _keeper = new Keeper(
            "supervise-docker.sh",
            new Dictionary<string, string> { ["POSTGRES_USER"] = configuration.Username, ["POSTGRES_PASSWORD"] = configuration.Password },
            [
                docker.Program, _name, "--publish", "127.0.0.1::5432", "--env", "POSTGRES_USER", "--env", "POSTGRES_PASSWORD",
                .. configuration.TmpfsMounts.SelectMany(folder => (string[])["--tmpfs", folder]),
                configuration.Image, .. configuration.Command,
            ]);
        try
        {
            // The server of the image's first-run script listens on no port: asking by TCP waits for the real one.
            string[] isReady = ["exec", _name, "pg_isready", "--host", "localhost", "--username", configuration.Username];
            using var looks = new PeriodicTimer(Look);
            while (await docker.AskAsync(isReady, cancellationToken) is null)
            {
                if (keeper.HasEnded)
                {
                    throw new InvalidOperationException($"docker run {configuration.Image} failed. It said:\n{await keeper.ErrorsAsync()}");
                }

                await looks.WaitForNextTickAsync(cancellationToken);
            }

            return PortOf(await docker.AskAsync(["port", _name, "5432/tcp"], cancellationToken));
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
            _keeper = null;
        }
    }

    /// <summary>The port in what docker port prints: "127.0.0.1:49153", a line for each address.</summary>
    private static int PortOf(string? printed) =>
        int.TryParse(printed?.Split('\n')[0].Split(':')[^1], out var port)
            ? port
            : throw new InvalidOperationException($"docker port printed no port: {printed ?? "nothing"}.");
}
