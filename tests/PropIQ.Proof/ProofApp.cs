using System.CommandLine;
using PropIQ.Proof.Flakes;
using PropIQ.Proof.Freedoms;
using PropIQ.Proof.Hollow;
using PropIQ.Proof.Mutants;
using PropIQ.Proof.Running;
using PropIQ.Proof.Wire;
using PropIQ.Sandbox;
using Spectre.Console;

namespace PropIQ.Proof;

/// <summary>The command line.</summary>
internal static class ProofApp
{
    private const int BadInput = 2;
    private static readonly Option<string> Out = new("--out") { Description = "Where the results go.", DefaultValueFactory = _ => Path.Combine("TestResults", "proof"), Recursive = true };
    private static readonly Option<int> Seed = new("--seed") { Description = "The seed of the first run.", DefaultValueFactory = _ => 4711, Recursive = true };
    private static readonly Option<double> Budget = new("--budget") { Description = "Minutes, after which nothing new is begun.", DefaultValueFactory = _ => 60, Recursive = true };

    /// <summary>Parses and runs; answers the exit code: 0 as it should be, 1 when not, 2 for bad input, 130 when it was stopped.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Measures the acceptance suite itself.") { Out, Seed, Budget };
        root.Subcommands.Add(MutantsCommand());
        root.Subcommands.Add(FreedomsCommand());
        root.Subcommands.Add(FlakesCommand());
        root.Subcommands.Add(HollowCommand());
        root.Subcommands.Add(WireCommand());
        try
        {
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, cancellationToken);
        }
        catch (Exception wrong) when (wrong is ProofException or SandboxException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private static Command MutantsCommand()
    {
        var shards = new Option<string[]>("--shard") { Description = "These shards; else all of shards.yaml.", AllowMultipleArgumentsPerToken = true };
        var record = new Option<bool>("--record") { Description = "Keep the results in docs/mutants.md and docs/mutants.json." };
        var least = new Option<double>("--least") { Description = "The score, in per cent, below which the suite fails.", DefaultValueFactory = _ => 90 };
        var atOnce = new Option<int>("--at-once") { Description = "How many mutants are tried at a time.", DefaultValueFactory = _ => 1 };
        var confirm = new Option<bool>("--confirm") { Description = "Try each killed mutant once more: on a busy machine a test may have failed by itself." };
        return Verb("mutants", "Has Stryker.NET change the rules one by one, and counts what is noticed.", [shards, record, least, atOnce, confirm], (parsed, bench, stopping) =>
            new MutantsCommand(bench, parsed.GetValue(shards) ?? [], parsed.GetValue(record), parsed.GetValue(least), parsed.GetValue(atOnce), parsed.GetValue(confirm)).RunAsync(stopping));
    }

    private static Command FreedomsCommand()
    {
        var only = new Option<string[]>("--only") { Description = $"These liberties; \"{FreedomList.Together}\" is all at once. Else each alone.", AllowMultipleArgumentsPerToken = true };
        return Verb("freedoms", "Plays the suite on PropIQs that keep the contract in another way: all must be green.", [only], (parsed, bench, stopping) =>
            new FreedomsCommand(bench, parsed.GetValue(only) ?? []).RunAsync(stopping));
    }

    private static Command FlakesCommand()
    {
        var runs = new Option<int>("--runs") { Description = "How often.", DefaultValueFactory = _ => 50 };
        var load = new Option<int>("--load") { Description = "Threads that keep the processor busy meanwhile.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var only = new Option<string[]>("--only") { Description = "Under these circumstances; else under one after the other.", AllowMultipleArgumentsPerToken = true };
        return Verb("flakes", "Plays the suite again and again, shuffled, under load, at odd times and places: no scenario may change its mind.", [runs, load, only], (parsed, bench, stopping) =>
            new FlakesCommand(bench, parsed.GetValue(runs), parsed.GetValue(load), parsed.GetValue(only) ?? []).RunAsync(stopping));
    }

    private static Command HollowCommand()
    {
        var only = new Option<string[]>("--only") { Description = "Emptied in these ways: zeros, members, body; else in all.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Hollow.HollowCommand.Emptyings]);
        return Verb("hollow", "Plays the suite with answers that have nothing in them: every scenario must fail, in a Then.", [only], (parsed, bench, stopping) =>
            new HollowCommand(bench, parsed.GetValue(only) ?? []).RunAsync(stopping));
    }

    private static Command WireCommand()
    {
        var only = new Option<string[]>("--only") { Description = "Changes whose line contains one of these, such as \"GET /auth/me\".", AllowMultipleArgumentsPerToken = true };
        return Verb("wire", "Changes one thing about one kind of answer at a time: somebody must notice.", [only], (parsed, bench, stopping) =>
            new WireCommand(bench, parsed.GetValue(only) ?? []).RunAsync(stopping));
    }

    private static Command Verb(string name, string description, IReadOnlyList<Option> options, Func<ParseResult, Bench, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        command.SetAction(async (parsed, stopping) =>
        {
            await using var bench = await Bench.SetUpAsync(
                Path.Combine(parsed.GetRequiredValue(Out), name), parsed.GetValue(Seed), TimeSpan.FromMinutes(parsed.GetValue(Budget)), AnsiConsole.Console, stopping);
            return await run(parsed, bench, stopping);
        });
        return command;
    }
}
