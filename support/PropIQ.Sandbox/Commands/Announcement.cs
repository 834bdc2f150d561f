using PropIQ.Sandbox.EnvironmentFiles;

namespace PropIQ.Sandbox.Commands;

/// <summary>Tells the world about a sandbox that is up; disposing takes the file away again.</summary>
internal sealed class Announcement : IAsyncDisposable
{
    private readonly EnvironmentFile? _file;

    private Announcement(EnvironmentFile? file) => _file = file;

    /// <summary>Writes the file and shows what is in it, secrets concealed; or prints the environment as it is, if that was asked for.</summary>
    public static async Task<Announcement> MakeAsync(
        string path, EnvironmentFormat format, IReadOnlyDictionary<string, string> variables, Screen screen, CancellationToken cancellationToken)
    {
        if (path == EnvironmentOptions.Screen)
        {
            await screen.Out.WriteAsync(EnvironmentText.Of(variables, format));
            return new Announcement(null);
        }

        if (format == EnvironmentFormat.Github)
        {
            // GitHub conceals these from here on, in every log of the job.
            await screen.Out.WriteAsync(string.Concat(Concealment.SecretsIn(variables).Select(secret => $"::add-mask::{secret}\n")));
        }

        var file = new EnvironmentFile(path, format);
        await file.WriteAsync(variables, cancellationToken);
        foreach (var (name, value) in variables)
        {
            await screen.Out.WriteLineAsync($"{name}={Concealment.Shown(name, value)}");
        }

        await screen.Out.WriteLineAsync($"This, with its secrets, is in {Path.GetFullPath(path)} for as long as the sandbox is up.");
        return new Announcement(file);
    }

    public ValueTask DisposeAsync()
    {
        _file?.Remove();
        return ValueTask.CompletedTask;
    }
}
