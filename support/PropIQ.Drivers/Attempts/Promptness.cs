namespace PropIQ.Drivers.Attempts;

/// <summary>What counts as being answered without waiting for a collaborator.</summary>
internal static class Promptness
{
    /// <summary>Less than PropIQ waits for a collaborator that does not answer (5 s), and as much as a busy machine may need.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(4.5);
}
