using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.EnvironmentFiles;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Commands;

/// <summary>Two sandboxes cannot share a file: whoever reads it would talk to the second, and the first would be lost.</summary>
internal static class NobodyElse
{
    /// <summary>Refuses when the file tells of a sandbox that still answers; one that was left behind by a crash is in nobody's way.</summary>
    /// <exception cref="BadInputException">One does, or the file is something else.</exception>
    public static async Task IsUpAsync(string path, EnvironmentFormat format, CancellationToken cancellationToken)
    {
        if (path == EnvironmentOptions.Screen || format == EnvironmentFormat.Github || !File.Exists(path))
        {
            return;
        }

        var variables = await EnvironmentFile.ReadAsync(path, cancellationToken);
        if (!variables.TryGetValue(TargetChoice.DirectorVariable, out var url) || !variables.TryGetValue(TargetChoice.DirectorSecretVariable, out var secret))
        {
            throw new BadInputException($"{path} is there and no sandbox wrote it: name another file with --env-file.");
        }

        try
        {
            await using var director = await RemoteDirector.ConnectAsync(new Uri(url), secret, cancellationToken);
        }
        catch (Exception failure) when (failure is SandboxException or UriFormatException)
        {
            return;
        }

        throw new BadInputException($"The sandbox of {path} is up: \"down\" stops it, --env-file starts another beside it.");
    }
}
