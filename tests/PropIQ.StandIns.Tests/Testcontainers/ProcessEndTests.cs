using System.Diagnostics;
using FluentAssertions;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>However the process with a container ends, its PostgreSQL goes and takes its files along.</summary>
public sealed class ProcessEndTests
{
    [Fact]
    public async Task After_a_kill_that_cannot_be_caught_nothing_is_left()
    {
        using var victim = StartVictim();
        var (folder, postmaster) = await ServerOfAsync(victim);
        PostgresProbe.Runs(postmaster).Should().BeTrue();

        victim.Kill(entireProcessTree: false);

        await ExpectNothingLeftAsync(folder, postmaster);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task After_an_interrupt_nothing_is_left(string signal)
    {
        using var victim = StartVictim();
        var (folder, postmaster) = await ServerOfAsync(victim);

        using var kill = Process.Start("kill", [$"-{signal}", $"{victim.Id}"]);

        await ExpectNothingLeftAsync(folder, postmaster);
    }

    [Fact]
    public async Task A_process_that_ends_without_disposing_waits_until_nothing_is_left()
    {
        using var victim = StartVictim("exit");
        var connectionString = await victim.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        await victim.WaitForExitAsync(TestContext.Current.CancellationToken);

        var asking = () => PostgresProbe.AskAsync<int>(connectionString!, "select 1");
        await asking.Should().ThrowAsync<Npgsql.NpgsqlException>();
    }

    private static Process StartVictim(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "PropIQ.StandIns.Victim.dll"), .. arguments])
    {
        RedirectStandardOutput = true,
    })!;

    private static async Task<(string Folder, int Postmaster)> ServerOfAsync(Process victim)
    {
        var connectionString = await victim.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        var folder = await PostgresProbe.DataFolderAsync(connectionString ?? throw new InvalidOperationException("The victim said nothing."));
        return (Path.GetDirectoryName(folder)!, PostgresProbe.Postmaster(folder));
    }

    private static async Task ExpectNothingLeftAsync(string folder, int postmaster)
    {
        await PostgresProbe.UntilAsync(() => !PostgresProbe.Runs(postmaster), "the server has stopped");
        await PostgresProbe.UntilAsync(() => !Directory.Exists(folder), "its folder is gone");
    }
}
