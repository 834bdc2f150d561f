using PropIQ.Sandbox.Commands;

namespace PropIQ.Sandbox.EnvironmentFiles;

/// <summary>The file that tells a PropIQ build, and the sandbox's commands, about a sandbox that is up. Nobody else on the machine can read it.</summary>
internal sealed record EnvironmentFile(string Path, EnvironmentFormat Format)
{
    /// <summary>What it is called unless told otherwise.</summary>
    public const string UsualName = "sandbox.env";

    private const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes it: whoever sees it sees all of it. What GitHub reads is added to.</summary>
    /// <exception cref="BadInputException">It cannot be written.</exception>
    public async Task WriteAsync(IReadOnlyDictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var text = EnvironmentText.Of(variables, Format);
        try
        {
            if (Format == EnvironmentFormat.Github)
            {
                await File.AppendAllTextAsync(Path, text, cancellationToken);
                return;
            }

            var unfinished = $"{Path}.{Guid.NewGuid():N}";
            await using (var file = new FileStream(unfinished, OptionsOfNew()))
            await using (var writer = new StreamWriter(file))
            {
                await writer.WriteAsync(text.AsMemory(), cancellationToken);
            }

            File.Move(unfinished, Path, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{Path} cannot be written: {failure.Message} Name another file with --env-file.");
        }
    }

    /// <summary>Reads what is in it.</summary>
    /// <exception cref="BadInputException">It is not there, or is no such file.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return EnvironmentText.Read(await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or BadInputException)
        {
            throw new BadInputException($"{path} does not tell of a sandbox: {failure.Message}");
        }
    }

    /// <summary>Takes it away with the sandbox; what GitHub reads is GitHub's.</summary>
    public void Remove()
    {
        if (Format != EnvironmentFormat.Github)
        {
            File.Delete(Path);
        }
    }

    private static FileStreamOptions OptionsOfNew()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersOnly;
        }

        return options;
    }
}
