namespace PropIQ.Targets.Tests;

/// <summary>Where the repository lies, seen from the test program.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo at) =>
        Directory.Exists(Path.Combine(at.FullName, "support", "targets")) ? at.FullName : Find(at.Parent!);
}
