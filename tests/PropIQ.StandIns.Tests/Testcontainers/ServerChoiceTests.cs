using DotNet.Testcontainers.Builders;
using FluentAssertions;
using Testcontainers.PostgreSql;
using Testcontainers.PostgreSql.Docker;
using Testcontainers.PostgreSql.Local;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>The machine's own PostgreSQL first, then a Docker that answers, else an error that says what to install.</summary>
public sealed class ServerChoiceTests : IDisposable
{
    private static readonly PostgreSqlConfiguration Configuration = new("postgres:15-alpine");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_machine_s_own_programs_come_before_docker() =>
        Choice(new PostgresPrograms("/somewhere"), exitCode: 0).Should().BeOfType<LocalServer>();

    [Fact]
    public void Without_programs_a_docker_that_answers_is_used() =>
        Choice(null, exitCode: 0).Should().BeOfType<DockerServer>();

    [Fact]
    public void Without_programs_and_with_a_docker_whose_daemon_is_away_the_error_says_what_to_install() =>
        FluentActions.Invoking(() => Choice(null, exitCode: 1)).Should().Throw<DockerUnavailableException>()
            .WithMessage("*initdb and postgres*Install PostgreSQL*start Docker*");

    [Fact]
    public void Without_programs_and_docker_too() =>
        FluentActions.Invoking(() => new ServerChoice(() => null, new DockerCommand("no-such-docker")).Choose(Configuration))
            .Should().Throw<DockerUnavailableException>();

    [Fact]
    public void Programs_are_looked_for_in_the_order_of_the_folders_and_both_are_needed()
    {
        _folder.Write("half/initdb", "");
        _folder.Write("whole/initdb", "");
        _folder.Write("whole/postgres", "");
        _folder.Write("other/initdb", "");
        _folder.Write("other/postgres", "");

        string[] folders = ["/no/such/folder", At("half"), At("whole"), At("other")];
        PostgresPrograms.Find(folders).Should().Be(new PostgresPrograms(At("whole")));
        PostgresPrograms.Find(folders[..2]).Should().BeNull();
    }

    [Fact]
    public void Of_several_versions_the_newest_comes_first()
    {
        foreach (var version in (string[])["9.6", "15", "17", "14"])
        {
            Directory.CreateDirectory(At($"postgresql/{version}/bin"));
        }

        PostgresPrograms.Expand(At("postgresql/*/bin"))
            .Should().Equal(At("postgresql/17/bin"), At("postgresql/15/bin"), At("postgresql/14/bin"), At("postgresql/9.6/bin"));
        PostgresPrograms.Expand("/no/such/*/bin").Should().BeEmpty();
    }

    [Theory]
    [InlineData("root:x:0:0::/root:/bin/sh|nobody:x:65534:::|postgres:x:101:::", "postgres")]
    [InlineData("root:x:0:0::/root:/bin/sh|nobody:x:65534:::", "nobody")]
    public void Root_lets_another_user_run_the_server(string passwd, string expected) =>
        Surroundings.Unprivileged(passwd.Split('|')).Should().Be(expected);

    [Fact]
    public void Where_there_is_no_other_user_the_error_says_how_to_make_one() =>
        FluentActions.Invoking(() => Surroundings.Unprivileged(["root:x:0"])).Should().Throw<InvalidOperationException>().WithMessage("*useradd*");

    [Fact]
    public void A_temporary_folder_that_others_cannot_enter_is_not_used_for_another_user()
    {
        Surroundings.NewFolder(_folder.Path, forOtherUser: true).Should().StartWith("/tmp/postgresql-");
        Surroundings.NewFolder(_folder.Path, forOtherUser: false).Should().StartWith(_folder.Path);
    }

    public void Dispose() => _folder.Dispose();

    private IServer Choice(PostgresPrograms? programs, int exitCode) =>
        new ServerChoice(() => programs, new DockerCommand(_folder.Write("docker", $"#!/bin/sh\nexit {exitCode}\n", executable: true))).Choose(Configuration);

    private string At(string path) => Path.Combine(_folder.Path, path);
}
