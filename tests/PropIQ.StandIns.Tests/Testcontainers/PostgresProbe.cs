using System.Diagnostics;
using Npgsql;

namespace PropIQ.StandIns.Tests.Testcontainers;

/// <summary>Looks at a server from the outside.</summary>
internal static class PostgresProbe
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    /// <summary>One value, on a connection of its own.</summary>
    public static async Task<T?> AskAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The folder with the server's data.</summary>
    public static async Task<string> DataFolderAsync(string connectionString) =>
        await AskAsync<string>(connectionString, "show data_directory") ?? throw new InvalidOperationException("No data folder.");

    /// <summary>The postmaster's process.</summary>
    public static int Postmaster(string dataFolder) => int.Parse(File.ReadLines(Path.Combine(dataFolder, "postmaster.pid")).First());

    /// <summary>True while there is such a process (one that has ended and not been waited for is none).</summary>
    public static bool Runs(int process) =>
        File.Exists($"/proc/{process}/stat") && !File.ReadAllText($"/proc/{process}/stat").Contains(") Z ", StringComparison.Ordinal);

    /// <summary>Looks until it is so, or fails with <paramref name="what"/>.</summary>
    public static async Task UntilAsync(Func<bool> condition, string what)
    {
        var watch = Stopwatch.StartNew();
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
        {
            if (watch.Elapsed > Deadline)
            {
                Assert.Fail($"Not within {Deadline.TotalSeconds} s: {what}.");
            }

            await looks.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
