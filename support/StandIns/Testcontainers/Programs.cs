namespace Testcontainers.PostgreSql;

/// <summary>Finds programs.</summary>
internal static class Programs
{
    /// <summary>The folders of PATH.</summary>
    public static IEnumerable<string> PathFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? OnPath(string program) =>
        PathFolders().Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
