namespace PropIQ.Sandbox.Hosts;

/// <summary>The network between a host and something that it calls. Whole at the start; each state lasts until the next.</summary>
public interface INetworkLink
{
    /// <summary>Connections are reset, and new ones refused: as if the other side's process were gone.</summary>
    Task CutAsync(CancellationToken cancellationToken);

    /// <summary>Connections stay open and new ones are taken, but nothing moves: as if the other side had stopped answering.</summary>
    Task FreezeAsync(CancellationToken cancellationToken);

    /// <summary>Everything passes again.</summary>
    Task RestoreAsync(CancellationToken cancellationToken);
}
