using System.Net;
using System.Net.Sockets;

namespace Testcontainers.PostgreSql.Local;

/// <summary>The machine's own PostgreSQL, on a free port of 127.0.0.1, with its data in the temporary folder or in memory.</summary>
internal sealed class LocalServer(PostgresPrograms programs, PostgreSqlConfiguration configuration) : IServer
{
    private const int Attempts = 5;
    private static readonly TimeSpan ReadyDeadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private Keeper? _keeper;

    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (port, error) = await TryAsync(cancellationToken);
            if (error is null)
            {
                return port;
            }

            // A port that was free a moment ago may have been taken since.
            if (attempt == Attempts || !error.Contains("Address already in use", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"PostgreSQL ({programs.Folder}) did not start. It said:\n{error}");
            }
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

    private async Task<(int Port, string? Error)> TryAsync(CancellationToken cancellationToken)
    {
        var user = Surroundings.ServerUser();
        var memory = configuration.TmpfsMounts.Count == 0 ? null : Surroundings.MemoryFolder();
        var folder = Surroundings.NewFolder(memory ?? Path.GetTempPath(), user.Length > 0);
        var port = FreePort();
        var keeper = _keeper = new Keeper(
            "supervise.sh",
            new Dictionary<string, string> { ["POSTGRES_PASSWORD"] = ScramSecret.Of(configuration.Password) },
            [folder, programs.Folder, user, $"{port}", configuration.Username, KeptCluster.FileFor(programs, configuration.Username), .. configuration.Command]);
        try
        {
            if (await BecomesReadyAsync(keeper, Path.Combine(folder, "data", "postmaster.pid"), cancellationToken))
            {
                return (port, null);
            }
        }
        catch
        {
            await DisposeAsync();
            throw;
        }

        await DisposeAsync();
        return (port, await keeper.ErrorsAsync());
    }

    /// <summary>The postmaster writes "ready" into its own file once it takes connections: what pg_ctl waits for, too.</summary>
    private static async Task<bool> BecomesReadyAsync(Keeper keeper, string statusFile, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(ReadyDeadline);
        using var looks = new PeriodicTimer(Look);
        try
        {
            while (!keeper.HasEnded)
            {
                if (IsReady(statusFile))
                {
                    return true;
                }

                await looks.WaitForNextTickAsync(deadline.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"PostgreSQL was not ready after {ReadyDeadline.TotalSeconds} s ({statusFile}).");
        }

        return false;
    }

    private static bool IsReady(string statusFile)
    {
        try
        {
            return File.ReadLines(statusFile).Any(line => line.TrimEnd() == "ready");
        }
        catch (IOException)
        {
            // Not written yet.
            return false;
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
