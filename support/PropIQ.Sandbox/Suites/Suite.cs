using System.Diagnostics;

namespace PropIQ.Sandbox.Suites;

/// <summary>A program that judges a PropIQ, run with everything it needs to know in its environment.</summary>
internal sealed record Suite(string Program, IReadOnlyList<string> Arguments)
{
    private static readonly TimeSpan ToHearOfIt = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(30);

    /// <summary>A command line of the user's, with further arguments after it.</summary>
    public static Suite Shell(string command, IReadOnlyList<string> arguments) => new("/bin/sh", ["-c", $"{command} \"$@\"", "suite", .. arguments]);

    /// <summary>Runs it to its end, on this console, and answers its exit code. Told to stop, it may still write what it has.</summary>
    public async Task<int> RunAsync(IReadOnlyDictionary<string, string> environment, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, Arguments);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await EndAsync(process);
            throw;
        }
    }

    // Ctrl-C in a terminal reached it, too, and a second one would cut off what it still writes.
    private static async Task EndAsync(Process process)
    {
        if (!await EndsWithinAsync(process, ToHearOfIt))
        {
            Interrupt.Send(process.Id);
            await EndsWithinAsync(process, ToEnd);
        }

        process.Kill(entireProcessTree: true);
    }

    private static async Task<bool> EndsWithinAsync(Process process, TimeSpan time)
    {
        using var patience = new CancellationTokenSource(time);
        await process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return process.HasExited;
    }
}
