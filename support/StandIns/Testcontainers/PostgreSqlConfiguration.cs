namespace Testcontainers.PostgreSql;

/// <summary>What a builder has gathered; the defaults are the real module's.</summary>
internal sealed record PostgreSqlConfiguration(string Image)
{
    public string Database { get; } = "postgres";

    public string Username { get; init; } = "postgres";

    public string Password { get; init; } = "postgres";

    public IReadOnlyList<string> Command { get; init; } =
        ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];

    public IReadOnlyList<string> TmpfsMounts { get; init; } = [];
}
