namespace Testcontainers.PostgreSql.Local;

/// <summary>Who runs a server, and where its files go.</summary>
internal static class Surroundings
{
    private const string SharedMemory = "/dev/shm";

    // A run of all features takes a quarter of it.
    private const long Room = 1L << 30;

    /// <summary>The user that a server has to run as: PostgreSQL refuses root. Empty where nothing has to change.</summary>
    public static string ServerUser() => Environment.IsPrivilegedProcess ? Unprivileged(File.ReadLines("/etc/passwd")) : "";

    /// <summary>The first of postgres and nobody that the lines of a passwd file know.</summary>
    public static string Unprivileged(IEnumerable<string> passwd)
    {
        var known = passwd.Select(line => line.Split(':')[0]).ToHashSet();
        string[] wanted = ["postgres", "nobody"];
        return wanted.FirstOrDefault(known.Contains)
            ?? throw new InvalidOperationException("PostgreSQL does not run as root, and there is neither a user postgres nor nobody: make one (useradd --system postgres).");
    }

    /// <summary>The name of a folder for a server's files, not made yet. A temporary folder that other users cannot enter is no use to one of them.</summary>
    public static string NewFolder(string temporary, bool forOtherUser)
    {
        var parent = forOtherUser && !IsOpenToAll(temporary) ? "/tmp" : temporary;
        return Path.Combine(parent, $"postgresql-{Guid.NewGuid():n}");
    }

    /// <summary>Linux's folder of files in memory, if it has room for a server; Docker gives its own containers too little.</summary>
    public static string? MemoryFolder()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(SharedMemory))
        {
            return null;
        }

        var drive = new DriveInfo(SharedMemory);
        return drive is { DriveFormat: "tmpfs", AvailableFreeSpace: >= Room } ? SharedMemory : null;
    }

    private static bool IsOpenToAll(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if ((at.UnixFileMode & UnixFileMode.OtherExecute) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
