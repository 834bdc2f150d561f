using System.ComponentModel;
using System.Diagnostics;
using DotNet.Testcontainers.Builders;

namespace Testcontainers.PostgreSql.Docker;

/// <summary>The docker command.</summary>
internal sealed record DockerCommand(string Program)
{
    private static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(10);

    /// <summary>True when there is a command and a daemon behind it.</summary>
    public bool Answers()
    {
        try
        {
            using var process = Start(["version", "--format", "{{.Server.Version}}"]);
            if (process.WaitForExit(AnswerDeadline))
            {
                return process.ExitCode == 0;
            }

            process.Kill();
            return false;
        }
        catch (Win32Exception)
        {
            // No such command.
            return false;
        }
    }

    /// <summary>There is a Docker that answers.</summary>
    /// <exception cref="DockerUnavailableException">There is none.</exception>
    public void AnswersOrThrow()
    {
        if (!Answers())
        {
            throw new DockerUnavailableException("There is no Docker that answers: install Docker, or start it.");
        }
    }

    /// <summary>Runs it and answers what it complained of, or null when it did what it was told.</summary>
    public async Task<string?> ComplaintAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        process.Start();
        try
        {
            var said = await Task.WhenAll(process.StandardError.ReadToEndAsync(cancellationToken), process.StandardOutput.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 ? null : string.Join('\n', said).Trim();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Runs it and answers what it printed, or null when it failed.</summary>
    public async Task<string?> AskAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output.Trim() : null;
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{Program} did not start.");
        // Read, or a talkative command waits for ever.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
