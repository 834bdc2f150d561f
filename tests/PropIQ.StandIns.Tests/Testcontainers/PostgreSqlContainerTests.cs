using FluentAssertions;
using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.PostgreSql.Local;

namespace PropIQ.StandIns.Tests.Testcontainers;

public sealed class PostgreSqlContainerTests
{
    private static readonly PostgreSqlBuilder Builder = new("postgres:15-alpine");

    [Fact]
    public async Task A_started_container_takes_connections_and_is_gone_when_disposed()
    {
        var container = Builder.WithUsername("frank").WithPassword("a secret").Build();
        await container.StartAsync(TestContext.Current.CancellationToken);
        var connectionString = container.GetConnectionString();
        var folder = await PostgresProbe.DataFolderAsync(connectionString);
        var postmaster = PostgresProbe.Postmaster(folder);

        (await PostgresProbe.AskAsync<string>(connectionString, "select current_user::text")).Should().Be("frank");

        await container.DisposeAsync();
        Directory.Exists(Path.GetDirectoryName(folder)).Should().BeFalse();
        PostgresProbe.Runs(postmaster).Should().BeFalse();
    }

    [Fact]
    public async Task Options_of_the_server_add_to_the_ones_that_make_it_quick()
    {
        await using var container = Builder.WithCommand("-c", "max_connections=77").WithCommand("-c", "work_mem=5MB").Build();
        await container.StartAsync(TestContext.Current.CancellationToken);

        var settings = await PostgresProbe.AskAsync<string>(
            container.GetConnectionString(),
            "select string_agg(name || '=' || setting, ' ' order by name) from pg_settings where name in ('fsync', 'max_connections', 'work_mem')");
        settings.Should().Be("fsync=off max_connections=77 work_mem=5120");
    }

    [Fact]
    public async Task A_server_s_data_is_kept_in_memory_when_asked_for_and_there_is_room()
    {
        var memory = Surroundings.MemoryFolder();
        Assert.SkipWhen(memory is null, "This machine has no folder in memory with room for a server.");
        await using var container = Builder.WithTmpfsMount("/var/lib/postgresql/data").Build();
        await container.StartAsync(TestContext.Current.CancellationToken);

        (await PostgresProbe.DataFolderAsync(container.GetConnectionString())).Should().StartWith($"{memory}/postgresql-");
    }

    [Fact]
    public async Task A_wrong_password_is_refused()
    {
        await using var container = Builder.WithPassword("right").Build();
        await container.StartAsync(TestContext.Current.CancellationToken);

        var withAnother = new NpgsqlConnectionStringBuilder(container.GetConnectionString()) { Password = "wrong" }.ConnectionString;
        var asking = () => PostgresProbe.AskAsync<int>(withAnother, "select 1");
        (await asking.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidPassword);
    }

    [Fact]
    public async Task Starting_and_disposing_twice_is_fine_and_two_containers_do_not_meet()
    {
        await using var one = Builder.Build();
        await using var other = Builder.Build();
        await Task.WhenAll(
            one.StartAsync(TestContext.Current.CancellationToken),
            one.StartAsync(TestContext.Current.CancellationToken),
            other.StartAsync(TestContext.Current.CancellationToken));

        one.GetConnectionString().Should().NotBe(other.GetConnectionString());
        await one.DisposeAsync();
        await one.DisposeAsync();
        (await PostgresProbe.AskAsync<int>(other.GetConnectionString(), "select 1")).Should().Be(1);
    }

    [Fact]
    public async Task There_is_no_connection_string_before_the_start_and_after_the_end()
    {
        var container = Builder.Build();
        container.Invoking(it => it.GetConnectionString()).Should().Throw<InvalidOperationException>();
        await container.StartAsync(TestContext.Current.CancellationToken);
        await container.DisposeAsync();
        container.Invoking(it => it.GetConnectionString()).Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void An_empty_password_is_refused_when_building() =>
        Builder.WithPassword("").Invoking(builder => builder.Build()).Should().Throw<ArgumentException>().WithMessage("*password*");

    [Fact]
    public async Task A_server_that_does_not_start_says_why_and_leaves_nothing()
    {
        await using var container = Builder.WithCommand("-c", "no_such_setting=1").Build();
        var starting = () => container.StartAsync(TestContext.Current.CancellationToken);
        await starting.Should().ThrowAsync<InvalidOperationException>().WithMessage("*did not start*no_such_setting*");
    }

    [Fact]
    public async Task A_cancelled_start_ends_at_once()
    {
        await using var container = Builder.Build();
        using var cancelled = new CancellationTokenSource();
        var starting = container.StartAsync(cancelled.Token);
        await cancelled.CancelAsync();
        await FluentActions.Awaiting(() => starting).Should().ThrowAsync<OperationCanceledException>();
    }
}
