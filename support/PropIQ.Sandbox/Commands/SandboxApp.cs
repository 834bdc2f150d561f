using System.CommandLine;
using PropIQ.Sandbox.Builds;

namespace PropIQ.Sandbox.Commands;

/// <summary>The command line.</summary>
internal static class SandboxApp
{
    /// <summary>Parses and runs; answers the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, Screen screen, CancellationToken cancellationToken)
    {
        // What follows the first "--" is somebody else's command, options and all.
        var end = Array.IndexOf(args, "--");
        var parsed = Root(screen, end < 0 ? null : args[(end + 1)..]).Parse(end < 0 ? args : args[..end]);
        if (parsed.Errors.Count > 0)
        {
            await SayAsync(screen, [.. parsed.Errors.Select(error => error.Message), "\"--help\" shows what there is."]);
            return ExitCodes.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null, Output = screen.Out, Error = screen.Error },
                cancellationToken);
        }
        catch (BadInputException wrong)
        {
            await SayAsync(screen, wrong.Message);
            return ExitCodes.BadInput;
        }
        catch (Exception failure) when (failure is SandboxException or BuildFailedException)
        {
            await SayAsync(screen, failure.Message);
            return ExitCodes.NotUp;
        }
        catch (Exception refusal) when (refusal is InvalidOperationException or ArgumentException)
        {
            await SayAsync(screen, refusal.Message);
            return ExitCodes.NotPossible;
        }
        catch (OperationCanceledException)
        {
            await SayAsync(screen, "Stopped.");
            return ExitCodes.Stopped;
        }
    }

    private static RootCommand Root(Screen screen, string[]? build) => new("Gives any PropIQ build everything around it: a database, Stripe, Azure OpenAI, Slack, SendGrid and W&B to play with.")
    {
        UpCommand.Create(screen),
        RunCommand.Create(screen, build),
        MocksCommand.Create(screen),
        PayCommand.Create(screen),
        RenewCommand.Create(screen),
        FailPaymentCommand.Create(screen),
        StripeCommand.Create(screen),
        AiCommand.Create(screen),
        LinkCommand.Create(screen),
        InboxCommand.Create(screen),
        StatusCommand.Create(screen),
        DownCommand.Create(screen),
    };

    private static async Task SayAsync(Screen screen, params string[] lines)
    {
        foreach (var line in lines)
        {
            await screen.Error.WriteLineAsync(line);
        }
    }
}
