using System.Diagnostics;
using System.Text.Json;
using PropIQ.Simulator.Commands;
using PropIQ.Simulator.Reports;

namespace PropIQ.Simulator.Targets;

/// <summary>The bundled PropIQ in a process of its own: a client that measures it must not share its processor time, nor its pauses.</summary>
internal sealed class BundledProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    private readonly Process process;

    private BundledProcess(Process process, SimulationTarget target) => (this.process, Target) = (process, target);

    public SimulationTarget Target { get; }

    /// <summary>Starts it, and waits until it answers.</summary>
    /// <exception cref="BadInputException">It did not come up.</exception>
    public static async Task<BundledProcess> StartAsync(TimeSpan callTimeout, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("propiq-load-");
        var file = Path.Combine(folder.FullName, "environment.json");
        var start = new ProcessStartInfo(Host(), ["exec", typeof(BundledProcess).Assembly.Location, ServeCommand.Name, "--until-input-ends", "--environment", file])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var process = Process.Start(start) ?? throw new BadInputException("The bundled PropIQ could not be started.");
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            var served = await ReadAsync(process, file, errors, cancellation);
            return new(process, new(served.Url, "bundled, in a process of its own") { TestingSecret = served.TestingSecret, SigningSecret = served.SigningSecret, CallTimeout = callTimeout });
        }
        catch
        {
            await StopAsync(process);
            throw;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async ValueTask DisposeAsync() => await StopAsync(process);

    private static async Task<ServedTarget> ReadAsync(Process process, string file, Task<string> errors, CancellationToken cancellation)
    {
        using var glance = new PeriodicTimer(Glance);
        var began = Stopwatch.GetTimestamp();
        while (!File.Exists(file))
        {
            if (process.HasExited)
            {
                throw new BadInputException($"The bundled PropIQ did not come up: {(await errors).Trim()}");
            }

            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new BadInputException($"The bundled PropIQ did not come up within {Patience.TotalMinutes:0} minutes.");
            }

            await glance.WaitForNextTickAsync(cancellation);
        }

        return JsonSerializer.Deserialize<ServedTarget>(await File.ReadAllTextAsync(file, cancellation), ReportJson.Options)!;
    }

    /// <summary>The end of its input is its sign to stop; who does not heed it is ended.</summary>
    private static async Task StopAsync(Process process)
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await process.WaitForExitAsync(patience.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static string Host() =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
}
