using System.Globalization;
using PropIQ.Client;
using PropIQ.Client.Reports;

namespace PropIQ.Simulator.Running;

/// <summary>
/// <c>simulation.log</c>: everything, secrets masked, each line with its user. A log that cannot be written on (a full disk)
/// is given up and said so; the run goes on.
/// </summary>
internal sealed class SimulationLog(TextWriter? writer, bool summary, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private TextWriter? writer = writer;

    /// <summary>Nobody reads it.</summary>
    public static SimulationLog None => new(null, true, TimeProvider.System);

    /// <summary>Why the log is not complete; null while it is.</summary>
    public string? Broken { get; private set; }

    /// <summary>Opens a log file; one that cannot be opened is broken from the start.</summary>
    public static SimulationLog Open(string path, bool summary, TimeProvider time)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            return new(new StreamWriter(path, append: false) { AutoFlush = true }, summary, time);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new(null, summary, time) { Broken = $"{path} cannot be written: {failure.Message}" };
        }
    }

    public void Write(string scope, string text)
    {
        lock (gate)
        {
            if (writer is null)
            {
                return;
            }

            try
            {
                var now = time.GetUtcNow().UtcDateTime;
                writer.Write(string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} [{scope}] {Secrets.InText(text)}\n"));
            }
            catch (IOException full)
            {
                Broken = $"the log could not be written to its end: {full.Message}";
                writer = null;
            }
        }
    }

    /// <summary>A whole exchange, unless only a summary is wanted.</summary>
    public void Write(string scope, Exchange exchange)
    {
        if (!summary)
        {
            Write(scope, ExchangeText.Render(exchange).TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal));
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            try
            {
                writer?.Dispose();
            }
            catch (IOException full)
            {
                Broken ??= $"the log could not be written to its end: {full.Message}";
            }

            writer = null;
        }
    }
}
