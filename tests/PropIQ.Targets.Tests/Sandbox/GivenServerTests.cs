using FluentAssertions;
using Npgsql;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Databases;
using PropIQ.Sandbox.Standing;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox;

/// <summary>On a PostgreSQL that stays, a sandbox leaves nothing.</summary>
public sealed class GivenServerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_is_dropped_while_somebody_is_connected()
    {
        await using var server = await OwnServer.StartAsync(new SandboxOptions(), Stop);
        var options = new SandboxOptions { Postgres = server.Connection().ConnectionString };
        await using (var sandbox = await StandingSandbox.StartAsync(options, new Uri("http://127.0.0.1:9/"), Stop))
        {
            await using var left = new NpgsqlConnection(sandbox.Environment.DatabaseUrl);
            await left.OpenAsync(Stop);
            (await DatabasesAsync(server)).Should().ContainSingle();
        }

        (await DatabasesAsync(server)).Should().BeEmpty();
    }

    private static async Task<IReadOnlyList<string>> DatabasesAsync(IPostgresServer server)
    {
        await using var source = NpgsqlDataSource.Create(server.Connection());
        await using var command = source.CreateCommand("select datname from pg_database where datname like 'propiq%'");
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var names = new List<string>();
        while (await reader.ReadAsync(Stop))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
