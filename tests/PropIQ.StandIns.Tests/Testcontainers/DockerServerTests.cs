using FluentAssertions;
using Testcontainers.PostgreSql;
using Testcontainers.PostgreSql.Docker;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>What the docker command is told, with a script in its place that writes it down.</summary>
public sealed class DockerServerTests : IDisposable
{
    private static readonly PostgreSqlConfiguration Configuration = new("postgres:15-alpine") { Username = "frank", Password = "a secret" };
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_container_is_run_waited_for_and_removed()
    {
        await using var server = new DockerServer(Docker(isReady: true), Configuration);
        var port = await server.StartAsync(TestContext.Current.CancellationToken);
        await server.DisposeAsync();

        port.Should().Be(49153);
        var told = Told();
        // It may be asked whether it is ready before it runs.
        told.Should().ContainMatch("run --detach --rm --name postgresql-* --publish 127.0.0.1::5432 --env POSTGRES_USER --env POSTGRES_PASSWORD "
            + "postgres:15-alpine -c fsync=off -c full_page_writes=off -c synchronous_commit=off [frank a secret]");
        told.Should().ContainMatch("exec postgresql-* pg_isready --host localhost --username frank*");
        told[^1].Should().Match("rm --force --volumes postgresql-*");
    }

    [Fact]
    public async Task A_folder_to_be_kept_in_memory_is()
    {
        var inMemory = Configuration with { TmpfsMounts = ["/var/lib/postgresql/data"] };
        await using var server = new DockerServer(Docker(isReady: true), inMemory);
        await server.StartAsync(TestContext.Current.CancellationToken);

        Told().Should().ContainMatch("run * --tmpfs /var/lib/postgresql/data postgres:15-alpine -c *");
    }

    [Fact]
    public async Task An_image_that_cannot_be_run_is_told_as_docker_tells_it()
    {
        await using var server = new DockerServer(Docker(isReady: false, run: "echo no such image >&2; exit 125"), Configuration);

        await server.Awaiting(it => it.StartAsync(TestContext.Current.CancellationToken))
            .Should().ThrowAsync<InvalidOperationException>().WithMessage("*postgres:15-alpine*no such image*");
    }

    [Fact]
    public async Task A_cancelled_start_removes_the_container()
    {
        using var cancelled = new CancellationTokenSource();
        await using var server = new DockerServer(Docker(isReady: false), Configuration);
        var starting = server.StartAsync(cancelled.Token);
        await PostgresProbe.UntilAsync(() => Told().Any(line => line.StartsWith("exec", StringComparison.Ordinal)), "docker was asked");
        await cancelled.CancelAsync();

        await FluentActions.Awaiting(() => starting).Should().ThrowAsync<OperationCanceledException>();
        Told()[^1].Should().StartWith("rm --force");
    }

    public void Dispose() => _folder.Dispose();

    private DockerCommand Docker(bool isReady, string run = "exit 0")
    {
        _folder.Write("told", "");
        return new DockerCommand(_folder.Write(
            "docker",
            $"""
            #!/bin/sh
            here={_folder.Path}
            echo "$* [$POSTGRES_USER $POSTGRES_PASSWORD]" >>$here/told
            case $1 in
                run) {run} ;;
                exec) {(isReady ? "grep -q ^run $here/told" : "exit 1")} ;;
                port) echo 127.0.0.1:49153 ;;
            esac
            """,
            executable: true));
    }

    private string[] Told() => File.ReadAllLines(Path.Combine(_folder.Path, "told"));
}
