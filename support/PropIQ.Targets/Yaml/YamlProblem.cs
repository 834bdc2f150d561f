using System.Globalization;

namespace PropIQ.Targets.Yaml;

/// <summary>How bad a problem of a file is.</summary>
public enum Severity
{
    /// <summary>The file is used without what was written.</summary>
    Warning,

    /// <summary>The file cannot be used.</summary>
    Error,
}

/// <summary>Where something stands in a file, counted from 1.</summary>
public readonly record struct Position(long Line, long Column);

/// <summary>Something that is wrong with a file. <c>Key</c> is the path of the key in question; empty for the file as a whole.</summary>
public sealed record YamlProblem(Severity Severity, string Source, Position At, string Key, string Message)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Source}({At.Line},{At.Column}): {(Severity == Severity.Error ? "error" : "warning")}: {(Key == "" ? "" : $"{Key}: ")}{Message}");
}

/// <summary>What is wrong with one file, as it is found.</summary>
public sealed class YamlProblems(string source)
{
    private readonly List<YamlProblem> problems = [];

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<YamlProblem> All => [.. problems.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)];

    /// <summary>True when the file cannot be used.</summary>
    public bool AnyError => problems.Exists(problem => problem.Severity == Severity.Error);

    /// <summary>Notes what makes the file unusable.</summary>
    public void Error(Position at, string key, string message) => Add(Severity.Error, at, key, message);

    /// <summary>Notes what has no effect.</summary>
    public void Warn(Position at, string key, string message) => Add(Severity.Warning, at, key, message);

    /// <summary>Notes a problem.</summary>
    public void Add(Severity severity, Position at, string key, string message) => problems.Add(new(severity, source, at, key, message));
}
