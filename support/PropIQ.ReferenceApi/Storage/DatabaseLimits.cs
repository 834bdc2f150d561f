namespace PropIQ.ReferenceApi.Storage;

/// <summary>The database's time limit, as each layer below enforces it.</summary>
public sealed record DatabaseLimits(TimeSpan Limit)
{
    /// <summary>The server gives up a statement or a lock here: the connection stays usable.</summary>
    public int ServerMilliseconds => (int)Math.Clamp(Limit.TotalMilliseconds, 1, int.MaxValue);

    /// <summary>A whole unit of work; a little longer, so that a server that still speaks is the one to say so.</summary>
    public TimeSpan UnitOfWork => Limit + TimeSpan.FromMilliseconds(Math.Min(250, Limit.TotalMilliseconds));

    /// <summary>The driver's limit for connecting, in whole seconds, should the unit of work's not have ended it.</summary>
    public int ConnectSeconds => (int)Math.Ceiling(Limit.TotalSeconds) + 1;
}
