using System.Diagnostics;

namespace PropIQ.Sandbox.Builds;

/// <summary>A PropIQ build that runs, with every process that it started. None of them outlives this process, however it ends.</summary>
internal sealed class BuildProcess : IAsyncDisposable
{
    private const string Script = "supervise-build.sh";
    private static readonly TimeSpan ToEnd = TimeSpan.FromSeconds(30);
    private readonly Process _supervisor;

    private BuildProcess(Process supervisor) => _supervisor = supervisor;

    /// <summary>What it exited with, or null while it runs.</summary>
    public int? ExitCode => _supervisor.HasExited ? _supervisor.ExitCode : null;

    /// <summary>Starts a command; what it prints is appended to a file.</summary>
    /// <exception cref="SandboxException">It cannot be started on this system.</exception>
    public static BuildProcess Start(IReadOnlyList<string> command, IReadOnlyDictionary<string, string> environment, string log)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new SandboxException("\"run\" needs a POSIX system: use WSL; or \"up\", and start PropIQ and the suite yourself.");
        }

        using var reader = new StreamReader(typeof(BuildProcess).Assembly.GetManifestResourceStream(Script)!);
        var start = new ProcessStartInfo("/bin/sh", ["-c", reader.ReadToEnd(), Script, log, .. command]) { RedirectStandardInput = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new BuildProcess(Process.Start(start)!);
    }

    /// <summary>Ends it at once, as a crash would; done when nothing of it runs any more.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _supervisor.StandardInput.WriteLineAsync("kill".AsMemory(), cancellationToken);
            await _supervisor.StandardInput.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It has ended already.
        }

        await _supervisor.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Asks it to end, and ends it a few seconds later if it does not.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _supervisor.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }

        using var deadline = new CancellationTokenSource(ToEnd);
        await _supervisor.WaitForExitAsync(deadline.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _supervisor.Dispose();
    }
}
