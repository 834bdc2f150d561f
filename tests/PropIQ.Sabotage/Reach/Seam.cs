namespace PropIQ.Sabotage.Reach;

/// <summary>Where a saboteur steps in: a method of a service (any method for null), or an endpoint.</summary>
/// <param name="Service">The service; null for an endpoint.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Path">The endpoint's path, as it is mapped.</param>
internal sealed record Seam(Type? Service, string? Method, string? Path)
{
    /// <summary>A method of a service, or for null each of them.</summary>
    public static Seam In(Type service, string? method) => new(service, method, null);

    /// <summary>An endpoint.</summary>
    public static Seam At(string path) => new(null, null, path);
}
