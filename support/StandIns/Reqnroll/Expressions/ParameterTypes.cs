using Reqnroll.Bindings;

namespace Reqnroll.Expressions;

/// <summary>The parameter types that cucumber expressions may name: built-in ones, enums of step definitions, own ones.</summary>
internal sealed class ParameterTypes
{
    private const string Whole = @"-?\d+";

    // Digits in groups, a fraction and an exponent; any punctuation may group or divide, the culture decides when it is read.
    private const string Number = @"[-+]?(?:\d+(?:[\p{Pc}\p{Po}\p{Pd} ]\d+)*|[\p{Pc}\p{Po}]\d+)(?:E-?\d+)?";

    private readonly Dictionary<string, ParameterType> byName = [];

    public ParameterTypes(IEnumerable<Type> stepParameters, IEnumerable<Transformation> transformations)
    {
        Add(new ParameterType("", typeof(object), [ParameterType.Anything]));
        Add(new ParameterType("word", typeof(string), [@"[^\s]+"]));
        Add(new ParameterType("string", typeof(string), []) { IsQuoted = true });
        AddBuiltIn(Whole, (typeof(byte), "byte"), (typeof(short), null), (typeof(int), "int"), (typeof(long), "long"));
        AddBuiltIn(Number, (typeof(double), "double"), (typeof(float), "float"), (typeof(decimal), "decimal"));
        AddBuiltIn(ParameterType.Anything, (typeof(bool), null), (typeof(char), null), (typeof(DateTime), null), (typeof(Guid), null));
        foreach (var type in stepParameters.Where(p => p.IsEnum).Distinct())
        {
            Add(new ParameterType(type.FullName!, type, [ParameterType.Anything]));
        }

        foreach (var transformation in transformations)
        {
            AddOwn(transformation);
        }
    }

    public IEnumerable<ParameterType> Own => byName.Values.Where(t => t.IsOwn);

    public ParameterType Find(string name, string expression)
    {
        if (byName.TryGetValue(name, out var exact))
        {
            return exact;
        }

        var ends = byName.Values
            .Where(t => t.Name.EndsWith("." + name, StringComparison.Ordinal) || t.Name.EndsWith("+" + name, StringComparison.Ordinal))
            .ToArray();
        return ends.Length switch
        {
            1 => ends[0],
            0 => throw new BindingException(
                $"Undefined parameter type '{name}' in the expression '{expression}'. "
                + $"Add [StepArgumentTransformation(Name = \"{name}\")] or use one of these: "
                + string.Join(", ", byName.Keys.Where(k => k.Length > 0).Order().Select(k => $"{{{k}}}"))),
            _ => throw new BindingException(
                $"Ambiguous parameter type '{name}' in the expression '{expression}': {string.Join(", ", ends.Select(t => t.Name))}"),
        };
    }

    private void AddBuiltIn(string pattern, params (Type Type, string? Alias)[] types)
    {
        foreach (var (type, alias) in types)
        {
            Add(new ParameterType(type.Name, type, [pattern]));
            if (alias is not null)
            {
                Add(new ParameterType(alias, type, [pattern]));
            }
        }
    }

    private void AddOwn(Transformation transformation)
    {
        var type = transformation.Returns;
        var isBuiltIn = byName.Values.Any(t => !t.IsOwn && !t.Type.IsEnum && t.Type == type);
        var name = transformation.Name ?? (isBuiltIn ? type.Name : type.FullName!);
        Merge(name, type, transformation.ExpressionPattern);
        if (transformation.Name is null && isBuiltIn)
        {
            foreach (var alias in byName.Values.Where(t => t.Type == type && !t.IsQuoted && t.Name != type.Name && t.Name is not ("" or "word")).ToArray())
            {
                Merge(alias.Name, type, transformation.ExpressionPattern);
            }
        }
    }

    private void Merge(string name, Type type, string pattern)
    {
        IReadOnlyList<string> before = byName.TryGetValue(name, out var there) && there.Type == type ? there.Patterns : [];
        string[] patterns = [.. before.Append(pattern).Distinct()];
        byName[name] = new ParameterType(name, type, patterns.Contains(ParameterType.Anything) ? [ParameterType.Anything] : patterns)
        {
            IsOwn = true,
        };
    }

    private void Add(ParameterType type) => byName[type.Name] = type;
}
