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
    private IReadOnlyList<ChannelDispatcher> dispatchers = [];

    /// <summary>Breaks off even what is on its way, as a crash does.</summary>
    public void Abandon() => abandon.Cancel();

    /// <inheritdoc />
    public override void Dispose()
    {
        abandon.Dispose();
        base.Dispose();
    }

    /// <summary>Sees what is left from before, while nobody commits anything yet; what is committed later wakes its channel's dispatcher.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var left = await queue.ChannelsAsync(cancellationToken);
        dispatchers =
        [
            .. Enum.GetValues<OutboxChannel>()
                .Where(channel => routes.For(channel) is not null)
                .Select(channel => new ChannelDispatcher(channel, left.Contains(OutboxRoutes.NameOf(channel)), queue, signal, sender, retries, log)),
        ];
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(dispatchers.Select(dispatcher => dispatcher.RunAsync(stoppingToken, abandon.Token)));
}
