using System.Globalization;
using System.Reflection;

namespace PropIQ.StandIns.Tests.Surface;

/// <summary>
/// Writes what an assembly offers as one line a type or member, so that two assemblies can be compared as text:
/// <c>class N.T</c>, <c>N.T.new(Type name)</c>, <c>N.T.Method(Type name = default) : Type</c>, <c>N.T.Property.get : Type</c>.
/// Public and protected members count, each at the type that declares it; nullability, sealed and virtual do not.
/// </summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines of an assembly, sorted.</summary>
    public static IEnumerable<string> Of(Assembly assembly)
        => assembly.GetExportedTypes().SelectMany(Of).Order(StringComparer.Ordinal).Distinct();

    /// <summary>The lines of a type.</summary>
    public static IEnumerable<string> Of(Type type)
    {
        var name = Name(type);
        yield return $"{Kind(type)} {name}";
        if (type.IsEnum)
        {
            foreach (var field in type.GetFields(BindingFlags.Public | BindingFlags.Static))
            {
                yield return $"{name}.{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}";
            }

            yield break;
        }

        // What the compiler adds to records and structs is no choice of anyone's.
        foreach (var constructor in type.GetConstructors(Declared).Where(c => IsOffered(c) && !c.IsStatic))
        {
            yield return $"{name}.new({Parameters(constructor)})";
        }

        foreach (var field in type.GetFields(Declared).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly))
        {
            yield return field.IsLiteral ? $"{name}.{field.Name} = {field.GetRawConstantValue()}" : $"{name}.{field.Name} : {Name(field.FieldType)}";
        }

        foreach (var method in type.GetMethods(Declared).Where(IsOffered))
        {
            var parts = method.Name.Split('_', 2);
            yield return method.IsSpecialName && parts is ["get" or "set" or "add" or "remove", _]
                ? Accessor(name, parts[0], parts[1], method)
                : $"{name}.{method.Name}{Generics(method)}({Parameters(method)}) : {Name(method.ReturnType)}";
        }
    }

    private static string Accessor(string type, string kind, string member, MethodInfo method)
    {
        var value = kind == "get" ? method.ReturnType : method.GetParameters()[^1].ParameterType;
        var index = kind == "get" ? method.GetParameters() : method.GetParameters()[..^1];
        var indexed = index.Length == 0 ? "" : $"[{string.Join(", ", index.Select(Parameter))}]";
        return $"{type}.{member}{indexed}.{kind} : {Name(value)}";
    }

    private static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        _ => "class",
    };

    private static string Generics(MethodInfo method)
        => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(a => a.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var kind = parameter.IsOut ? "out " : parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        var byDefault = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "null"}" : "";
        return $"{kind}{Name(parameter.ParameterType)} {parameter.Name}{byDefault}";
    }

    private static string Name(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var plain = (type.Namespace is null ? "" : type.Namespace + ".") + (type.IsNested ? type.DeclaringType!.Name.Split('`')[0] + "." : "") + type.Name.Split('`')[0];
        return type.IsGenericType ? $"{plain}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : plain;
    }
}
