using System.Text.RegularExpressions;
using Reqnroll.Expressions;

namespace Reqnroll.Bindings;

/// <summary>A hook of a type, at one of its scopes.</summary>
internal sealed record Hook(HookType Type, BoundMethod Method, BindingScope? Scope, int Order, string Id);

/// <summary>An argument transformation.</summary>
internal sealed class Transformation(BoundMethod method, string? pattern, string? name, int order)
{
    public BoundMethod Method { get; } = method;

    public string? Name { get; } = name;

    public int Order { get; } = order;

    public Type Returns => Method.Returns;

    public Regex? Regex { get; } = pattern is null ? null : new Regex(StepExpression.Anchored(pattern), RegexOptions.CultureInvariant);

    /// <summary>What a cucumber expression matches for it; its groups do not capture, and what is too intricate matches anything.</summary>
    public string ExpressionPattern
    {
        get
        {
            var bare = pattern?.TrimStart('^').TrimEnd('$');
            return bare is null || bare.Contains("(?", StringComparison.Ordinal) || bare.Contains(@"\(", StringComparison.Ordinal)
                ? ParameterType.Anything
                : bare.Replace("(", "(?:", StringComparison.Ordinal);
        }
    }

    public bool Fits(object value, Type target)
    {
        if (Returns != target)
        {
            return false;
        }

        return Regex is not null && value is string text
            ? Regex.IsMatch(text)
            : Method.Parameters is [var first, ..] && typeof(Table).IsAssignableFrom(first) == value is Table;
    }
}

/// <summary>A step definition for one kind of step, at one of its scopes.</summary>
internal sealed class StepBinding(
    StepDefinitionType type,
    BoundMethod method,
    BindingScope? scope,
    StepExpression expression,
    string id)
{
    public StepDefinitionType Type { get; } = type;

    public BoundMethod Method { get; } = method;

    public BindingScope? Scope { get; } = scope;

    public StepExpression Expression { get; } = expression;

    public string Id { get; } = id;
}
