namespace Reqnroll.Expressions;

/// <summary>
/// What a <c>{name}</c> in a cucumber expression matches. Patterns hold no capturing group, but for
/// <see cref="IsQuoted"/>, where the captured text goes without its quotes.
/// </summary>
internal sealed record ParameterType(string Name, Type Type, IReadOnlyList<string> Patterns)
{
    public const string Anything = ".*";

    public bool IsQuoted { get; init; }

    public bool IsOwn { get; init; }

    public string Regex => IsQuoted
        ? """(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)')"""
        : $"({string.Join("|", Patterns.Select(p => Patterns.Count > 1 ? $"(?:{p})" : p))})";
}
