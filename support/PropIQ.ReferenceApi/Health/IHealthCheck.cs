namespace PropIQ.ReferenceApi.Health;

/// <summary>One of the things that PropIQ cannot do its work without (clause 3.15).</summary>
public interface IHealthCheck
{
    /// <summary>Its name among the checks.</summary>
    string Name { get; }

    /// <summary>Without it nothing works; otherwise PropIQ is degraded.</summary>
    bool Essential { get; }

    /// <summary>Looks whether it is there. Never throws, and answers soon.</summary>
    Task<bool> LooksWellAsync(CancellationToken cancellationToken);
}
