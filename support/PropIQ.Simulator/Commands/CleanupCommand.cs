using System.CommandLine;
using System.Text.Json;
using Npgsql;
using PropIQ.Client;
using PropIQ.Simulator.Reports;
using PropIQ.Simulator.Safety;

namespace PropIQ.Simulator.Commands;

/// <summary>Removes simulated users, and nobody else: those of a run, or of a domain that only simulated users are on.</summary>
internal static class CleanupCommand
{
    public static Command Create(RunOptions options, Screen screen)
    {
        var run = new Option<string?>("--run") { Description = "Only the users of this run." };
        var report = new Option<string?>("--report") { Description = "Only the users of the run that this report is of." };
        var yes = new Option<bool>("--yes") { Description = "Remove them; without it only their number is shown." };
        var command = new Command("cleanup", "Removes simulated users, through the testing interface or a database connection.");
        foreach (var option in new Option[] { options.Config, options.TargetFile, options.BaseUrl, options.Timeout, options.AllowDomain, options.Database, options.OwnTarget, options.Bundled, options.Repeat, options.Budget, run, report, yes })
        {
            command.Options.Add(option);
        }

        command.SetAction((parsed, cancellation) => RunAsync(new Given(options, parsed), parsed.GetValue(options.Database), parsed.GetValue(run), parsed.GetValue(report), parsed.GetValue(yes), screen, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Given given, string? database, string? run, string? reportPath, bool yes, Screen screen, CancellationToken cancellation)
    {
        string[] domains = [Preflight.OwnDomain, .. given.Domains];
        if (database is not null)
        {
            return await InDatabaseAsync(database, domains, yes, screen, cancellation);
        }

        var known = reportPath is null ? null : await ReadAsync(reportPath, cancellation);
        run ??= known?.Run.RunId;
        var url = given.Url ?? throw new BadInputException("The bundled PropIQ takes its users with it: name a target (--base-url) or a database (--database).");
        if (!url.IsLoopback && !given.OwnsTarget)
        {
            throw new BadInputException($"{url.GetLeftPart(UriPartial.Authority)} is outside this machine: --i-own-this-target.");
        }

        var target = given.Remote(url);
        if (target.TestingSecret is null)
        {
            throw new BadInputException("Set PROPIQ_TESTING_SECRET, or give --database.");
        }

        var whose = run is null ? $"on {string.Join(" and ", domains)}" : $"of run {run}";
        var number = known is null ? "Simulated users (the testing interface tells their number only afterwards)" : $"{known.UserResults.Count} simulated users";
        await screen.Out.WriteLineAsync($"{number} {whose} at {url.GetLeftPart(UriPartial.Authority)}{(yes ? "" : " would be removed: --yes")}");
        return !yes ? ExitCodes.AsExpected : await ByTestingAsync(target, run, domains, screen, cancellation);
    }

    private static async Task<int> ByTestingAsync(Targets.SimulationTarget target, string? run, string[] domains, Screen screen, CancellationToken cancellation)
    {
        using var testing = new TestingClient(target.Reach() with { TestingSecret = target.TestingSecret });
        foreach (var domain in run is null ? domains : [null!])
        {
            var answer = await testing.RemoveUsersAsync(run, run is null ? domain : null, cancellation);
            if (!answer.Succeeded)
            {
                await screen.Error.WriteLineAsync($"They could not be removed: {answer.Problem?.Detail ?? answer.Unreadable ?? $"the target answered {answer.Status}"}");
                return answer.Status == 0 ? ExitCodes.Unreachable : ExitCodes.Missed;
            }

            await screen.Out.WriteLineAsync($"Removed {answer.Value.Users} users, {answer.Value.Analyses} analyses, {answer.Value.Conversations} conversations{(run is null ? $" ({domain})" : "")}");
        }

        return ExitCodes.AsExpected;
    }

    private static async Task<int> InDatabaseAsync(string database, string[] domains, bool yes, Screen screen, CancellationToken cancellation)
    {
        try
        {
            var count = await SimulatedUsers.CountAsync(database, domains, cancellation);
            await screen.Out.WriteLineAsync($"{count} simulated users on {string.Join(" and ", domains)}{(yes ? "" : " would be removed: --yes")}");
            if (yes)
            {
                await screen.Out.WriteLineAsync($"Removed {await SimulatedUsers.DeleteAsync(database, domains, cancellation)} users");
            }

            return ExitCodes.AsExpected;
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            // The message may quote the connection string.
            await screen.Error.WriteLineAsync($"The database cannot be used: {failure.GetType().Name}{(failure is PostgresException postgres ? $" {postgres.MessageText}" : "")}");
            return ExitCodes.Unreachable;
        }
    }

    private static async Task<SimulationReport> ReadAsync(string path, CancellationToken cancellation)
    {
        try
        {
            return ReportJson.Read(await File.ReadAllTextAsync(path, cancellation));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new BadInputException($"{path} is no report: {failure.Message}");
        }
    }
}
