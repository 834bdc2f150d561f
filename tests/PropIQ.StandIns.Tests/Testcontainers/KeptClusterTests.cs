using FluentAssertions;
using Testcontainers.PostgreSql;
using Testcontainers.PostgreSql.Local;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>A cluster is made once; what is kept of it serves every later server, or does no harm.</summary>
public sealed class KeptClusterTests
{
    private const string Identity = "select system_identifier from pg_control_system()";
    private static readonly PostgreSqlBuilder Builder = new("postgres:15-alpine");

    [Fact]
    public async Task A_later_server_is_a_copy_of_the_first_with_a_password_of_its_own()
    {
        using var kept = new Kept("greta");
        await using var first = Builder.WithUsername("greta").WithPassword("first").Build();
        await using var later = Builder.WithUsername("greta").WithPassword("later").Build();
        await first.StartAsync(TestContext.Current.CancellationToken);
        await PostgresProbe.AskAsync<int>(first.GetConnectionString(), "create table of_the_first (id int); select 1");
        await later.StartAsync(TestContext.Current.CancellationToken);

        var made = await PostgresProbe.AskAsync<long>(first.GetConnectionString(), Identity);
        (await PostgresProbe.AskAsync<long>(later.GetConnectionString(), Identity)).Should().Be(made);
        (await PostgresProbe.AskAsync<bool>(later.GetConnectionString(), "select to_regclass('of_the_first') is null")).Should().BeTrue();
    }

    [Fact]
    public async Task What_is_kept_and_broken_is_made_anew()
    {
        using var kept = new Kept("hanna");
        Directory.CreateDirectory(Path.GetDirectoryName(kept.File)!);
        await File.WriteAllTextAsync(kept.File, "no archive", TestContext.Current.CancellationToken);
        await using var container = Builder.WithUsername("hanna").Build();
        await container.StartAsync(TestContext.Current.CancellationToken);

        (await PostgresProbe.AskAsync<int>(container.GetConnectionString(), "select 1")).Should().Be(1);
        new FileInfo(kept.File).Length.Should().BeGreaterThan(1 << 20);
    }

    [Fact]
    public async Task A_server_that_does_not_start_takes_what_is_kept_along()
    {
        using var kept = new Kept("irma");
        await using (var container = Builder.WithUsername("irma").Build())
        {
            await container.StartAsync(TestContext.Current.CancellationToken);
        }

        File.Exists(kept.File).Should().BeTrue();
        await using var broken = Builder.WithUsername("irma").WithCommand("-c", "no_such_setting=1").Build();
        await FluentActions.Awaiting(() => broken.StartAsync(TestContext.Current.CancellationToken)).Should().ThrowAsync<InvalidOperationException>();

        File.Exists(kept.File).Should().BeFalse();
    }

    /// <summary>What is kept for a superuser whom no other test has: nothing before the test, and nothing after it.</summary>
    private sealed class Kept : IDisposable
    {
        public Kept(string superuser)
        {
            var programs = PostgresPrograms.Find(PostgresPrograms.UsualFolders());
            Assert.SkipWhen(programs is null, "This machine has no PostgreSQL of its own.");
            File = KeptCluster.FileFor(programs!, superuser);
            Assert.SkipWhen(File.Length == 0, "What was built has been moved, so nothing is kept.");
            Dispose();
        }

        public string File { get; }

        public void Dispose()
        {
            if (System.IO.File.Exists(File))
            {
                System.IO.File.Delete(File);
            }
        }
    }
}
