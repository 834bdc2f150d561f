using System.CommandLine;
using PropIQ.Sandbox.EnvironmentFiles;

namespace PropIQ.Sandbox.Commands;

/// <summary>The options about the file with the environment.</summary>
internal static class EnvironmentOptions
{
    /// <summary>Stands for standard output.</summary>
    public const string Screen = "-";

    public static Option<string> File() => new("--env-file")
    {
        Description = "The file with the environment; \"-\" prints it, secrets included, and writes no file.",
        DefaultValueFactory = _ => EnvironmentFile.UsualName,
    };

    public static Option<EnvironmentFormat> Format() => new("--format")
    {
        Description = "How it is written: dotenv, shell, json, or github (for --env-file \"$GITHUB_ENV\").",
        DefaultValueFactory = _ => EnvironmentFormat.Dotenv,
    };
}
