using System.Net;
using System.Net.Sockets;
using FluentAssertions;
using Npgsql;
using PropIQ.Sandbox;
using PropIQ.Sandbox.Hosts;
using Xunit;

namespace PropIQ.Support.Tests.Sandbox;

/// <summary>Worlds on a server that is given, and worlds that do not come up.</summary>
public sealed class WorldStartTests(SandboxFixture sandbox)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_given_server_is_used_and_left_as_it_was()
    {
        var given = await ServerOfTheSharedWorldAsync();
        string mark;
        await using (var world = await SandboxWorld.StartAsync(new SandboxOptions { Postgres = given }, Cancelled))
        {
            var database = new NpgsqlConnectionStringBuilder((await world.SharedHost).Environment.DatabaseUrl).Database!;
            mark = database[..database.LastIndexOf('_')];
            (await DatabasesAsync(given, mark)).Should().Contain(database);
        }

        (await DatabasesAsync(given, mark)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named_with_the_mend()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        await FailsAsync($"Host=127.0.0.1;Port={port};Username=frank;Password=hush", $"PROPIQ_POSTGRES*127.0.0.1:{port}*unset it*");
    }

    [Theory]
    [InlineData("hush hush")]
    [InlineData("Hots=127.0.0.1;Password=hush")]
    [InlineData("Username=frank;Password=hush")]
    [InlineData("Host=127.0.0.1;Port=many;Password=hush")]
    public async Task A_wrong_connection_string_is_named_with_the_mend_and_not_repeated(string connectionString) =>
        await FailsAsync(connectionString, "PROPIQ_POSTGRES is not a connection string*Host=127.0.0.1*");

    [Fact]
    public async Task A_user_who_may_not_create_databases_is_told_so()
    {
        var given = await ServerOfTheSharedWorldAsync();
        await CommandAsync(given, "create role guest login password 'hush'");
        var asGuest = new NpgsqlConnectionStringBuilder(given) { Username = "guest", Password = "hush" }.ConnectionString;

        await FailsAsync(asGuest, "PROPIQ_POSTGRES*may not create databases*CREATEDB*");
    }

    [Fact]
    public async Task A_world_whose_start_is_cancelled_ends_with_that()
    {
        using var cancelled = new CancellationTokenSource();
        var starting = SandboxWorld.StartAsync(new SandboxOptions(), cancelled.Token);
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => starting).Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task A_part_that_takes_too_long_is_named()
    {
        // A server that takes the call and says nothing.
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var hurried = new SandboxOptions
        {
            Postgres = $"Host=127.0.0.1;Port={((IPEndPoint)silent.LocalEndpoint).Port};Username=frank;Password=hush",
            PostgresDeadline = TimeSpan.FromMilliseconds(100),
        };

        await FluentActions.Awaiting(() => SandboxWorld.StartAsync(hurried, Cancelled))
            .Should().ThrowAsync<SandboxException>().WithMessage("PostgreSQL did not come up within*");
    }

    [Fact]
    public async Task A_host_that_does_not_start_is_named_with_the_cause()
    {
        var world = await sandbox.WorldAsync();
        var tweaks = new HostTweaks { Options = options => options with { JwtSecret = "short" } };

        await world.Awaiting(it => it.StartOwnHostAsync(tweaks, Cancelled))
            .Should().ThrowAsync<SandboxException>().WithMessage("PropIQ (own-*JWT_SECRET*");
    }

    private static async Task FailsAsync(string postgres, string message) =>
        (await FluentActions.Awaiting(() => SandboxWorld.StartAsync(new SandboxOptions { Postgres = postgres }, Cancelled))
            .Should().ThrowAsync<SandboxException>().WithMessage(message)).Which.Message.Should().NotContain("hush");

    private async Task<string> ServerOfTheSharedWorldAsync()
    {
        var host = await (await sandbox.WorldAsync()).SharedHost;
        return new NpgsqlConnectionStringBuilder(host.Environment.DatabaseUrl) { Database = "postgres", Pooling = false }.ConnectionString;
    }

    private static async Task<IReadOnlyList<string>> DatabasesAsync(string connectionString, string mark)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand("select array(select datname::text from pg_database where starts_with(datname, $1))", connection);
        command.Parameters.AddWithValue(mark);
        return (string[])(await command.ExecuteScalarAsync(Cancelled))!;
    }

    private static async Task CommandAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(Cancelled);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
