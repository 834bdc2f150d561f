using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PropIQ.ReferenceApi.Outbox;
using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Hosting;

/// <summary>
/// One running PropIQ on a real socket. Hosts share nothing: any number run side by side in one process.
/// Disposing stops it gracefully, <see cref="StopAtOnceAsync"/> does not; <see cref="KillAsync"/> is a crash.
/// </summary>
public sealed class ReferenceApiHost : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly WebApplication app;
    private readonly ReferenceApiOptions options;
    private readonly string applicationName;
    private int stopped;

    private ReferenceApiHost(WebApplication app, ReferenceApiOptions options, string applicationName)
    {
        this.app = app;
        this.options = options;
        this.applicationName = applicationName;
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        Url = new Uri(addresses.Addresses.First());
    }

    /// <summary>Where it listens, with the port that it was given.</summary>
    public Uri Url { get; }

    /// <summary>The container, for those who look inside.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>
    /// Migrates the database and starts to listen. <paramref name="replace"/> has the last word on what the host is made
    /// of. A <see cref="StartupException"/> says what keeps it from starting.
    /// </summary>
    public static async Task<ReferenceApiHost> StartAsync(
        ReferenceApiOptions options,
        Action<IServiceCollection>? replace,
        CancellationToken cancellationToken)
    {
        StartupChecks.Run(options);
        var applicationName = $"propiq-{Guid.NewGuid():N}";
        var app = HostBuilding.Build(options, applicationName, replace);
        try
        {
            await StartupChecks.PrepareAsync(app.Services, options, cancellationToken);
            await StartupChecks.ListenAsync(app, options, cancellationToken);
            return new ReferenceApiHost(app, options, applicationName);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Stops as a crash would: what is in flight is cut off in the middle, its transactions are broken off at the server,
    /// nothing is cleaned up.
    /// </summary>
    public Task KillAsync() => OnceAsync(() =>
    {
        app.Services.GetRequiredService<Database>().Close();
        app.Services.GetRequiredService<OutboxDispatcher>().Abandon();
        return Task.WhenAll(StopAsync(TimeSpan.Zero), HostBuilding.BreakConnectionsAsync(options, applicationName));
    });

    /// <summary>Stops without waiting for requests in flight: for when nobody wants their answers, or what they write, any more.</summary>
    public Task StopAtOnceAsync() => OnceAsync(() => StopAsync(TimeSpan.Zero));

    /// <summary>Lets requests in flight finish, within a few seconds, and stops.</summary>
    public async ValueTask DisposeAsync() => await OnceAsync(() => StopAsync(Grace));

    private Task OnceAsync(Func<Task> end) => Interlocked.Exchange(ref stopped, 1) == 0 ? end() : Task.CompletedTask;

    private async Task StopAsync(TimeSpan grace)
    {
        using var patience = new CancellationTokenSource(grace);
        try
        {
            await app.StopAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            // The grace is over: the connections have been aborted.
        }

        await app.DisposeAsync();
    }
}
