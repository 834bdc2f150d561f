namespace Testcontainers.PostgreSql.Local;

/// <summary>Who runs a server, and where its files go.</summary>
internal static class Surroundings
{
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
