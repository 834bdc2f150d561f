namespace PropIQ.ReferenceApi.Outbox;

/// <summary>Keeps every configured channel's dispatcher going while the host runs.</summary>
public sealed class OutboxDispatcher(
    OutboxRoutes routes,
    OutboxQueue queue,
    OutboxSignal signal,
    IOutboxSender sender,
    IRetryPolicy retries,
    ILogger<OutboxDispatcher> log) : BackgroundService
{
    private readonly CancellationTokenSource abandon = new();

    /// <summary>Breaks off even what is on its way, as a crash does.</summary>
    public void Abandon() => abandon.Cancel();

    /// <inheritdoc />
    public override void Dispose()
    {
        abandon.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Enum.GetValues<OutboxChannel>()
            .Where(channel => routes.For(channel) is not null)
            .Select(channel => new ChannelDispatcher(channel, queue, signal, sender, retries, log).RunAsync(stoppingToken, abandon.Token)));
}
