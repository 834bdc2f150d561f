using System.Text.RegularExpressions;

namespace Testcontainers.PostgreSql.Local;

/// <summary>The folder that holds PostgreSQL's initdb and postgres.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    /// <summary>Where PostgreSQL's programs are kept when they are not on PATH; an asterisk stands for a version.</summary>
    private static readonly string[] Places =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql@*/bin",
        "/usr/local/opt/postgresql@*/bin",
        "/home/linuxbrew/.linuxbrew/opt/postgresql@*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "/usr/local/pgsql/bin",
    ];

    /// <summary>PATH, then the usual places, each with the newest version first.</summary>
    public static IEnumerable<string> UsualFolders() => Programs.PathFolders().Concat(Places.SelectMany(Expand));

    /// <summary>The first of the folders that holds both programs.</summary>
    public static PostgresPrograms? Find(IEnumerable<string> folders) => folders
        .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
        .Select(folder => new PostgresPrograms(folder))
        .FirstOrDefault();

    /// <summary>The folders that a place with one asterisk stands for, the newest version first ("9.6" is older than "15").</summary>
    public static IEnumerable<string> Expand(string place)
    {
        var parts = place.Split('/');
        var wild = Array.FindIndex(parts, part => part.Contains('*'));
        if (wild < 0)
        {
            return [place];
        }

        var parent = string.Join('/', parts[..wild]);
        var rest = string.Join('/', parts[(wild + 1)..]);
        return !Directory.Exists(parent)
            ? []
            : Directory.EnumerateDirectories(parent, parts[wild]).OrderByDescending(VersionOf).Select(folder => Path.Combine(folder, rest));
    }

    private static double VersionOf(string folder) =>
        double.TryParse(Regex.Match(Path.GetFileName(folder), @"\d+(\.\d+)?").Value, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;
}
