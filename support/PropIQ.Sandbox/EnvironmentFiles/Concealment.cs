using System.Text.RegularExpressions;

namespace PropIQ.Sandbox.EnvironmentFiles;

/// <summary>Which variables are secrets, and how all of them are shown on a screen or in a log.</summary>
internal static partial class Concealment
{
    /// <summary>The secrets among the variables, the database's password included.</summary>
    public static IEnumerable<string> SecretsIn(IReadOnlyDictionary<string, string> variables) => variables
        .SelectMany(variable => IsSecret(variable.Key) ? [variable.Value] : Password().Match(variable.Value) is { Success: true } password ? [password.Value] : Array.Empty<string>());

    /// <summary>A variable's value as it may be seen by anybody.</summary>
    public static string Shown(string name, string value) => IsSecret(name) ? "***" : Password().Replace(value, "***");

    private static bool IsSecret(string name) => SecretName().IsMatch(name);

    [GeneratedRegex("(SECRET|KEY)$")]
    private static partial Regex SecretName();

    [GeneratedRegex("(?<=^[a-z]+://[^:/@]*:)[^@/]+(?=@)")]
    private static partial Regex Password();
}
