using PropIQ.ReferenceApi.Storage;

namespace PropIQ.ReferenceApi.Analyses.Allowances;

/// <summary>At start: whatever this instance was working on when it last ended is not being worked on any more.</summary>
public sealed class LeftoverSweep(Database database, Reservations reservations) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) =>
        database.InTransactionAsync(reservations.DropLeftoversAsync, cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
