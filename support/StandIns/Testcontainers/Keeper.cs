using System.Diagnostics;

namespace Testcontainers.PostgreSql;

/// <summary>
/// A shell script that runs something for as long as this process holds the pipe to it, and cleans up when the pipe closes.
/// The system closes it when this process ends, a kill -9 included, so that nothing is left behind.
/// </summary>
internal sealed class Keeper : IAsyncDisposable
{
    private static readonly TimeSpan EndDeadline = TimeSpan.FromSeconds(10);
    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <param name="script">The embedded script's name.</param>
    /// <param name="environment">Variables that must not be seen in the list of processes.</param>
    /// <param name="arguments">The script's arguments.</param>
    public Keeper(string script, IReadOnlyDictionary<string, string> environment, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        // A session of its own: what ends this process's whole group must not end the one that cleans up.
        var setsid = Programs.OnPath("setsid");
        start.FileName = setsid ?? "/bin/sh";
        IEnumerable<string> shell = setsid is null ? [] : ["/bin/sh"];
        foreach (var argument in (IEnumerable<string>)[.. shell, "-c", Read(script), script, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start) ?? throw new InvalidOperationException("/bin/sh did not start.");
        _errors = _process.StandardError.ReadToEndAsync();
        AppDomain.CurrentDomain.ProcessExit += EndWithProcess;
    }

    /// <summary>True once the script has ended, by itself or told to.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>What the script said about its end.</summary>
    public async Task<string> ErrorsAsync() => (await _errors).Trim();

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(EndDeadline);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            // Busy with something long, such as fetching an image: it cleans up by itself afterwards.
        }

        // Only now: until here the end of this process has to wait for the script's, too.
        AppDomain.CurrentDomain.ProcessExit -= EndWithProcess;
        _process.Dispose();
    }

    private void EndWithProcess(object? sender, EventArgs e)
    {
        _process.StandardInput.Close();
        _process.WaitForExit(EndDeadline);
    }

    private static string Read(string script)
    {
        using var reader = new StreamReader(typeof(Keeper).Assembly.GetManifestResourceStream(script)
            ?? throw new InvalidOperationException($"The script {script} is not embedded."));
        return reader.ReadToEnd();
    }
}
