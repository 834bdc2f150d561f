using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Xunit;

namespace PropIQ.Targets.Tests.Sandbox;

/// <summary>The sandbox as its users have it: a process of its own.</summary>
internal sealed class SandboxProcess : IAsyncDisposable
{
    private const int Sigterm = 15;
    private static readonly TimeSpan ToEnd = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private SandboxProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The reference API's program: a PropIQ build like any other.</summary>
    public static string ReferenceApi => Beside("PropIQ.ReferenceApi");

    /// <summary>True when it has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What it printed so far.</summary>
    public string Said => string.Join('\n', _said);

    public static SandboxProcess Start(Scratch scratch, params string[] arguments) => new(new ProcessStartInfo(Beside("PropIQ.Sandbox"), arguments)
    {
        WorkingDirectory = scratch["."],
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    });

    /// <summary>Asks it to stop, as a system that shuts down would.</summary>
    public void Terminate() => _ = Signal(_process.Id, Sigterm);

    /// <summary>Waits for its end.</summary>
    public async Task<int> ExitCodeAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(ToEnd);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The sandbox did not end. It said:\n{Said}");
        }

        return _process.ExitCode;
    }

    /// <summary>Ends it as nothing can be prepared for.</summary>
    public void Kill()
    {
        _process.Kill();

        // Not for the end of its output: what it started may hold that open.
        _process.WaitForExit(ToEnd);
    }

    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Beside(string program) => Path.Combine(AppContext.BaseDirectory, program);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int process, int signal);
}
