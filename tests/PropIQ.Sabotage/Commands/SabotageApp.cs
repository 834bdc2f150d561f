using System.CommandLine;
using System.Globalization;
using PropIQ.Sabotage.Catalogue;
using PropIQ.Sabotage.Running;
using PropIQ.Sandbox;
using Spectre.Console;

namespace PropIQ.Sabotage.Commands;

/// <summary>The command line.</summary>
internal static class SabotageApp
{
    private const int BadInput = 2;
    private static readonly Option<bool> All = new("--all") { Description = "Every saboteur of the catalogue (also when nothing else is said)." };
    private static readonly Option<string[]> Only = new("--only") { Description = "These saboteurs.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Area = new("--area") { Description = "The saboteurs of these areas.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Targeted = new("--targeted") { Description = "Play the scenarios about each saboteur's cases (also when nothing else is said)." };
    private static readonly Option<bool> Full = new("--full") { Description = "Play every scenario that comes by what a saboteur replaces against him: the others cannot notice." };
    // One more than there are processors: some runs mostly wait for what a saboteur keeps from coming.
    private static readonly Option<int> Parallel = new("--parallel") { Description = "How many runs at a time.", DefaultValueFactory = _ => Environment.ProcessorCount + 1 };
    private static readonly Option<string?> Shard = new("--shard") { Description = "A part of them, such as 1/3." };
    private static readonly Option<string> Out = new("--out") { Description = "Where the results go.", DefaultValueFactory = _ => Path.Combine("TestResults", "sabotage") };
    private static readonly Option<int> Seed = new("--seed") { Description = "The seed of every run.", DefaultValueFactory = _ => 4711 };
    private static readonly Option<string> SuiteProgram = new("--suite") { Description = "The suite's program, when it is not the one that was built along.", DefaultValueFactory = _ => Suite.BuiltAlong };
    private static readonly Option<bool> ShowList = new("--list") { Description = "Show the catalogue and do nothing." };

    /// <summary>Parses and runs; answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Breaks PropIQ in one way after another and shows that the suite turns red for each, for the right reason.")
        {
            All, Only, Area, Targeted, Full, Parallel, Shard, Out, Seed, SuiteProgram, ShowList,
        };
        root.SetAction(RunAsync);
        try
        {
            // Ctrl-C is the run's own business: what is known by then is kept.
            return await root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (Exception wrong) when (wrong is BadInputException or SandboxException)
        {
            await Console.Error.WriteLineAsync(wrong.Message);
            return BadInput;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(ShowList))
        {
            foreach (var saboteur in Saboteurs.All)
            {
                AnsiConsole.MarkupLineInterpolated($"[grey]{saboteur.Area}[/] {saboteur.Id}: {saboteur.Breaks}");
            }

            return 0;
        }

        var selection = new Selection(parsed.GetValue(Only) ?? [], parsed.GetValue(Area) ?? [], parsed.GetValue(Shard));
        if ((parsed.GetValue(All) && selection is { Only.Count: > 0 } or { Areas.Count: > 0 }) || (parsed.GetValue(Full) && parsed.GetValue(Targeted)))
        {
            throw new BadInputException("Say either --all or which ones (--only, --area), and either --targeted or --full.");
        }

        if (parsed.GetValue(Parallel) < 1)
        {
            throw new BadInputException("--parallel must be at least 1.");
        }

        var seed = parsed.GetValue(Seed).ToString(CultureInfo.InvariantCulture);
        var command = new SabotageCommand(selection, parsed.GetValue(Full), parsed.GetValue(Parallel), parsed.GetValue(Out)!, seed, parsed.GetValue(SuiteProgram)!);
        return await command.RunAsync(AnsiConsole.Console, cancellationToken);
    }
}
