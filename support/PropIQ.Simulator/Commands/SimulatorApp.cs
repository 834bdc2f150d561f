using System.CommandLine;
using PropIQ.Sandbox;
using PropIQ.Simulator.ProfileFormat;

namespace PropIQ.Simulator.Commands;

/// <summary>The command line.</summary>
internal static class SimulatorApp
{
    /// <summary>Parses and runs; answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, Screen screen, CancellationToken cancellation)
    {
        var parsed = Root(screen).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await screen.Error.WriteLineAsync(error.Message);
            }

            await screen.Error.WriteLineAsync("\"--help\" shows what there is.");
            return ExitCodes.BadInput;
        }

        try
        {
            // Ctrl-C is the run's own business: it writes what happened so far.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = screen.Out, Error = screen.Error },
                cancellation);
        }
        catch (ProfileException wrong)
        {
            await Say(screen, [.. wrong.Problems.Select(problem => problem.ToString())]);
            return ExitCodes.BadInput;
        }
        catch (BadInputException wrong)
        {
            await Say(screen, wrong.Message);
            return ExitCodes.BadInput;
        }
        catch (SandboxException failure)
        {
            await Say(screen, failure.Message);
            return ExitCodes.Unreachable;
        }
    }

    private static async Task Say(Screen screen, params string[] lines)
    {
        foreach (var line in lines)
        {
            await screen.Error.WriteLineAsync(line);
        }
    }

    private static RootCommand Root(Screen screen)
    {
        var options = new RunOptions();
        var root = new RootCommand("Runs the five power users against a PropIQ: what broke, what it cost, who converted.");
        Give(root, [.. options.Target, .. options.Running]);
        root.SetAction((parsed, cancellation) => new RunCommand(options, parsed, screen).RunAsync(cancellation));
        root.Subcommands.Add(Sub("preflight", "Checks whether a run is safe, and does nothing else.", options.Target, (parsed, stop) => new PreflightCommand(options, parsed, screen).RunAsync(stop)));
        root.Subcommands.Add(Sub("provision", "Puts the profile's users in place, through the testing interface.", [.. options.Target, options.Users], (parsed, stop) => new ProvisionCommand(options, parsed, screen).RunAsync(stop)));
        root.Subcommands.Add(LoadCommand.Create(options, screen));
        root.Subcommands.Add(ServeCommand.Create(screen));
        root.Subcommands.Add(CleanupCommand.Create(options, screen));
        root.Subcommands.Add(ValidateCommand.Create(screen));
        root.Subcommands.Add(ReportCommand.Create(screen));
        return root;
    }

    private static Command Sub(string name, string description, IEnumerable<Option> options, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        var command = new Command(name, description);
        Give(command, options);
        command.SetAction(action);
        return command;
    }

    private static void Give(Command command, IEnumerable<Option> options)
    {
        foreach (var option in options)
        {
            command.Options.Add(option);
        }
    }
}
