using DotNet.Testcontainers.Builders;
using Testcontainers.PostgreSql.Docker;
using Testcontainers.PostgreSql.Local;

namespace Testcontainers.PostgreSql;

/// <summary>Which way to run a server this machine offers: its own PostgreSQL first, as that takes half a second; else Docker.</summary>
internal sealed record ServerChoice(Func<PostgresPrograms?> FindPrograms, DockerCommand Docker)
{
    private const string Missing =
        "There is nothing to run PostgreSQL with. Looked for its programs initdb and postgres (on PATH, in /usr/lib/postgresql/*/bin, " +
        "/usr/pgsql-*/bin, Homebrew's and Postgres.app's folders) and for a Docker that answers. Install PostgreSQL " +
        "(Debian and Ubuntu: apt-get install postgresql; Fedora: dnf install postgresql-server; macOS: brew install postgresql) or start Docker.";

    public static readonly ServerChoice OfThisMachine = new(() => PostgresPrograms.Find(PostgresPrograms.UsualFolders()), new DockerCommand("docker"));

    public IServer Choose(PostgreSqlConfiguration configuration)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new DockerUnavailableException("This stand-in needs a POSIX system: use WSL, or the real package (-p:UseStandIns=false) with Docker.");
        }

        return FindPrograms() is { } programs ? new LocalServer(programs, configuration)
            : Docker.Answers() ? new DockerServer(Docker, configuration)
            : throw new DockerUnavailableException(Missing);
    }
}
