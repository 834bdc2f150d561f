using Testcontainers.PostgreSql;

namespace DotNet.Testcontainers.Containers;

/// <summary>A container by the docker command, its ports published on free ones of 127.0.0.1.</summary>
internal sealed class RunContainer(ContainerConfiguration configuration) : IContainer
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly string _name = $"testcontainers-{Guid.NewGuid():n}";
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<int, ushort> _ports = [];
    private Keeper? _keeper;

    public string Hostname => "127.0.0.1";

    public ushort GetMappedPublicPort(int containerPort) => _ports.TryGetValue(containerPort, out var port)
        ? port
        : throw new InvalidOperationException($"The container has not been started, or its port {containerPort} is not bound.");

    public async Task StartAsync(CancellationToken ct = default)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_keeper is null)
            {
                await RunAsync(ct);
            }
        }
        catch
        {
            await EndAsync();
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await EndAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var keeper = _keeper = new Keeper("supervise-docker.sh", configuration.Environment, [configuration.Docker.Program, _name, .. configuration.Arguments]);
        using var looks = new PeriodicTimer(Look);
        while (!await FindPortsAsync(cancellationToken) || !(configuration.Wait is null || await configuration.Wait.IsMetAsync(this, cancellationToken)))
        {
            if (keeper.HasEnded)
            {
                throw new InvalidOperationException($"docker run {configuration.Image} failed. It said:\n{await keeper.ErrorsAsync()}");
            }

            await looks.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<bool> FindPortsAsync(CancellationToken cancellationToken)
    {
        foreach (var port in configuration.Ports.Except(_ports.Keys).ToArray())
        {
            // "127.0.0.1:49153", a line for each address; nothing while it does not run.
            var printed = await configuration.Docker.AskAsync(["port", _name, $"{port}/tcp"], cancellationToken);
            if (!ushort.TryParse(printed?.Split('\n')[0].Split(':')[^1], out var mapped))
            {
                return false;
            }

            _ports[port] = mapped;
        }

        return true;
    }

    private async Task EndAsync()
    {
        _ports.Clear();
        if (_keeper is not null)
        {
            await _keeper.DisposeAsync();
            _keeper = null;
        }
    }
}
