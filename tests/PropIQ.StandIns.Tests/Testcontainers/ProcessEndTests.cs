using System.Diagnostics;
using System.Globalization;
using FluentAssertions;
using Testcontainers.PostgreSql;

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

    [Fact]
    public async Task After_a_kill_of_the_whole_process_group_nothing_is_left()
    {
        var setsid = Programs.OnPath("setsid");
        Assert.SkipWhen(setsid is null, "There is no setsid here, without which a group cannot be left: nothing is promised then.");
        using var victim = Start(setsid!, ["dotnet", Victim]);
        var (folder, postmaster) = await ServerOfAsync(victim);

        using var kill = Process.Start("kill", ["-KILL", "--", $"-{victim.Id}"]);

        await ExpectNothingLeftAsync(folder, postmaster);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public async Task After_an_interrupt_nothing_is_left(string signal)
    {
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts, "These tests were started with SIGINT ignored, as a shell's background jobs are, and so are their children.");
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

    private static string Victim => Path.Combine(AppContext.BaseDirectory, "PropIQ.StandIns.Victim.dll");

    private static bool IgnoresInterrupts
    {
        get
        {
            const string Ignored = "SigIgn:";
            const ulong Interrupt = 1UL << (2 - 1);
            var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Ignored, StringComparison.Ordinal));
            return (ulong.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
        }
    }

    private static Process StartVictim(params string[] arguments) => Start("dotnet", [Victim, .. arguments]);

    private static Process Start(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
        ?? throw new InvalidOperationException($"{program} did not start.");

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
