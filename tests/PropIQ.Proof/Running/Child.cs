using System.Diagnostics;

namespace PropIQ.Proof.Running;

/// <summary>Another program, watched while it runs; it ends with us.</summary>
internal static class Child
{
    /// <summary>Runs it to its end and answers its exit code; what it says goes to a file, and line by line to <paramref name="onLine"/>.</summary>
    public static async Task<int> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        IReadOnlyDictionary<string, string?> variables,
        string outputFile,
        Action<string>? onLine,
        CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        await using var output = new StreamWriter(outputFile) { AutoFlush = true };
        try
        {
            await Task.WhenAll(CopyAsync(process.StandardOutput, output, onLine, cancellationToken), CopyAsync(process.StandardError, output, null, cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to, Action<string>? onLine, CancellationToken cancellationToken)
    {
        while (await from.ReadLineAsync(cancellationToken) is { } line)
        {
            lock (to)
            {
                to.WriteLine(line);
            }

            onLine?.Invoke(line);
        }
    }
}
