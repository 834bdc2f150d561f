using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Testcontainers.PostgreSql.Local;

/// <summary>Where a cluster as initdb made it is kept, as an image is by Docker: beside what was built, and gone with that.</summary>
internal static class KeptCluster
{
    /// <summary>A file for what these very programs make for this superuser in this time zone; empty where what was built has been moved away from.</summary>
    public static string FileFor(PostgresPrograms programs, string superuser)
    {
        var folder = typeof(KeptCluster).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(each => each.Key == nameof(KeptCluster)).Value!;
        if (!Directory.Exists(Path.GetDirectoryName(folder)))
        {
            return "";
        }

        var server = new FileInfo(Path.Combine(programs.Folder, "postgres"));
        var maker = string.Create(CultureInfo.InvariantCulture, $"{server.FullName} {server.Length} {server.LastWriteTimeUtc.Ticks} {superuser} {TimeZoneInfo.Local.Id}");
        return Path.Combine(folder, $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(maker)))[..16]}.tar");
    }
}
