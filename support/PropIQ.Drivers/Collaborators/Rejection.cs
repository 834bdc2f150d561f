namespace PropIQ.Drivers.Collaborators;

/// <summary>How a collaborator turns messages away, as features name it. None of them is a reason to give up (contract, 8.7).</summary>
/// <param name="Status">What it answers.</param>
public sealed record Rejection(int Status)
{
    private static readonly Dictionary<string, Rejection> Known = new()
    {
        ["refuses"] = new(503),
        ["puts off"] = new(429),
        ["forbids"] = new(403),
    };

    /// <summary>The rejection of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Rejection Named(string name) => Known.TryGetValue(name, out var rejection)
        ? rejection
        : throw new ArgumentException($"Nobody \"{name}\" messages. Known: {string.Join(", ", Known.Keys)}.");
}
