using System.Globalization;

namespace PropIQ.Simulator.ProfileFormat;

/// <summary>How bad a problem of a profile is.</summary>
internal enum Severity
{
    /// <summary>The run goes on without what was written.</summary>
    Warning,

    /// <summary>The profile cannot be run.</summary>
    Error,
}

/// <summary>Where something stands in a profile, counted from 1.</summary>
internal readonly record struct Position(long Line, long Column);

/// <summary>Something that is wrong with a profile. <c>Key</c> is the path of the key in question; empty for the file as a whole.</summary>
internal sealed record ProfileProblem(Severity Severity, string Source, Position At, string Key, string Message)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Source}({At.Line},{At.Column}): {(Severity == Severity.Error ? "error" : "warning")}: {(Key == "" ? "" : $"{Key}: ")}{Message}");
}

/// <summary>What is wrong with one profile, as it is found.</summary>
internal sealed class ProfileProblems(string source)
{
    private readonly List<ProfileProblem> problems = [];

    /// <summary>All of them, in the order of the file.</summary>
    public IReadOnlyList<ProfileProblem> All => [.. problems.OrderBy(problem => problem.At.Line).ThenBy(problem => problem.At.Column)];

    /// <summary>True when the profile cannot be run.</summary>
    public bool AnyError => problems.Exists(problem => problem.Severity == Severity.Error);

    public void Error(Position at, string key, string message) => problems.Add(new(Severity.Error, source, at, key, message));

    public void Warn(Position at, string key, string message) => problems.Add(new(Severity.Warning, source, at, key, message));
}

/// <summary>A profile that cannot be run.</summary>
internal sealed class ProfileException(IReadOnlyList<ProfileProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    /// <summary>Errors and warnings.</summary>
    public IReadOnlyList<ProfileProblem> Problems => problems;
}
