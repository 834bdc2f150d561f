using PropIQ.ReferenceApi.Hosting;

namespace PropIQ.ReferenceApi.Outbox;

/// <summary>After a crash: what this instance was sending is free to be sent again at once.</summary>
public sealed class OutboxRecovery(OutboxQueue queue) : IStartStep
{
    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => queue.DropOwnMarksAsync(cancellationToken);
}
