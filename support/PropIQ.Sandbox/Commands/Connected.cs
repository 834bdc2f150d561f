using System.CommandLine;
using PropIQ.Sandbox.Directing;
using PropIQ.Sandbox.EnvironmentFiles;
using PropIQ.Targets;

namespace PropIQ.Sandbox.Commands;

/// <summary>Commands that talk to a sandbox which is up.</summary>
internal static class Connected
{
    /// <summary>A command with what it takes and does.</summary>
    public static Command Command(string name, string description, IEnumerable<Symbol> takes, Func<ParseResult, RemoteDirector, CancellationToken, Task> act)
    {
        var file = new Option<string?>("--env-file") { Description = $"The file that the sandbox wrote; default {EnvironmentFile.UsualName}, else {TargetChoice.DirectorVariable} in the environment." };
        var command = new Command(name, description) { file };
        foreach (var symbol in takes)
        {
            if (symbol is Option option)
            {
                command.Options.Add(option);
            }
            else if (symbol is Argument argument)
            {
                command.Arguments.Add(argument);
            }
        }

        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var director = await ConnectAsync(parsed.GetValue(file), cancellationToken);
            await act(parsed, director, cancellationToken);
            return ExitCodes.Done;
        });
        return command;
    }

    /// <summary>An option that has to be given.</summary>
    public static Option<string> Needed(string name, string description) => new(name) { Description = description, Required = true };

    private static async Task<RemoteDirector> ConnectAsync(string? path, CancellationToken cancellationToken)
    {
        path ??= File.Exists(EnvironmentFile.UsualName) ? EnvironmentFile.UsualName : null;
        Func<string, string?> variable = path is null
            ? Environment.GetEnvironmentVariable
            : (await EnvironmentFile.ReadAsync(path, cancellationToken)).GetValueOrDefault;
        return Uri.TryCreate(variable(TargetChoice.DirectorVariable), UriKind.Absolute, out var url) && variable(TargetChoice.DirectorSecretVariable) is { Length: > 0 } secret
            ? (RemoteDirector)await RemoteDirector.ConnectAsync(url, secret, cancellationToken)
            : throw new BadInputException(path is null
                ? $"There is no {EnvironmentFile.UsualName} here: start a sandbox with \"up\", or name its file with --env-file."
                : $"{path} names no director: {TargetChoice.DirectorVariable} and {TargetChoice.DirectorSecretVariable} are missing.");
    }
}
