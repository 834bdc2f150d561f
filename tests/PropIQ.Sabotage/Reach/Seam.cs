namespace PropIQ.Sabotage.Reach;

/// <summary>Where a saboteur steps in: a method of a service (any method for null), an endpoint, or a decision that he takes otherwise.</summary>
/// <param name="Service">The service; null for an endpoint.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Path">The endpoint's path, as it is mapped.</param>
/// <param name="Otherwise">The saboteur who would have answered something else than the real service did.</param>
/// <param name="Failing">Only where the method fails, or the endpoint (any of them without a path) refuses.</param>
internal sealed record Seam(Type? Service, string? Method, string? Path, string? Otherwise = null, bool Failing = false)
{
    /// <summary>A method of a service, or for null each of them.</summary>
    public static Seam In(Type service, string? method) => new(service, method, null);

    /// <summary>A method of a service, where it fails.</summary>
    public static Seam FailingIn(Type service, string method) => new(service, method, null, Failing: true);

    /// <summary>An endpoint.</summary>
    public static Seam At(string path) => new(null, null, path);

    /// <summary>An endpoint where it refuses, or for null each of them.</summary>
    public static Seam RefusingAt(string? path) => new(null, null, path, Failing: true);

    /// <summary>Wherever a saboteur decides otherwise than the real service.</summary>
    public static Seam Against(Type service, string saboteur) => new(service, null, null, saboteur);
}

/// <summary>A saboteur's version of a service: <c>Method</c> is what it does otherwise, or anything for null; <c>Instead</c> makes it of the real one and its host's services.</summary>
internal sealed record Version(Seam Seam, string? Method, Func<object, IServiceProvider, object> Instead);
