using System.Text;

namespace PropIQ.Sandbox.Builds;

/// <summary>What a build prints, in a file; its end can be shown, without the secrets that the build was given.</summary>
internal sealed class BuildLog
{
    private const int TailBytes = 8_192;
    private const int TailLines = 30;
    private readonly IReadOnlyList<string> _secrets;

    /// <summary>Begins the file anew.</summary>
    /// <exception cref="SandboxException">It cannot be written.</exception>
    public BuildLog(string path, IEnumerable<string> secrets)
    {
        (Path, _secrets) = (System.IO.Path.GetFullPath(path), [.. secrets]);
        try
        {
            File.WriteAllText(Path, "");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new SandboxException($"PropIQ's output cannot be written: {failure.Message} Name another file with --log.", failure);
        }
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The last lines, ready to be shown.</summary>
    public string Tail()
    {
        using var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Seek(-Math.Min(TailBytes, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var lines = reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(TailLines).Select(line => $"  | {Masked(line.TrimEnd())}");
        return file.Length == 0 ? "It printed nothing." : $"The end of {Path}:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}";
    }

    private string Masked(string line) => _secrets.Aggregate(line, (text, secret) => text.Replace(secret, "***", StringComparison.Ordinal));
}
