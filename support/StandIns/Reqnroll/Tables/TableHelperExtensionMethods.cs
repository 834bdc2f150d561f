using System.Reflection;

namespace Reqnroll;

/// <summary>Tables as objects.</summary>
public static class TableHelperExtensionMethods
{
    /// <summary>
    /// One object from a table of one row, or from a table of two columns whose rows are names and values.
    /// Columns that are no member of the type are ignored. A cell that is no value of its member is an error here;
    /// the real package takes the member's default for it.
    /// </summary>
    public static T CreateInstance<T>(this Table table)
        => RowReader.Create<T>(IsVertical(table, typeof(T))
            ? [.. table.Rows.Select(row => (row[0], row[1]))]
            : [.. table.Rows[0].Select(cell => (cell.Key, cell.Value))]);

    /// <summary>An object from every row. Columns that are no member of the type are ignored.</summary>
    public static IEnumerable<T> CreateSet<T>(this Table table)
        => [.. table.Rows.Select(row => RowReader.Create<T>([.. row.Select(cell => (cell.Key, cell.Value))]))];

    private static bool IsVertical(Table table, Type type)
    {
        if (table.Header.SequenceEqual(["Field", "Value"]))
        {
            return true;
        }

        return table.RowCount != 1 || (table.Header.Count == 2 && type.GetProperties().Any(p => RowReader.IsNamed(p, table.Rows[0][0])));
    }
}

/// <summary>Makes an object of named values.</summary>
internal static class RowReader
{
    public static T Create<T>(IReadOnlyList<(string Name, string Text)> values)
    {
        var type = typeof(T);
        var constructors = type.GetConstructors().OrderBy(c => c.GetParameters().Length).ToArray();
        var members = type.GetProperties().Cast<MemberInfo>().Concat(type.GetFields(BindingFlags.Public | BindingFlags.Instance))
            .Select(member => (Member: member, Value: values.FirstOrDefault(v => IsNamed(member, v.Name))))
            .Where(pair => pair.Value.Name is not null)
            .ToList();
        if (type.IsValueType && constructors.Length == 0 || constructors is [var first, ..] && first.GetParameters().Length == 0)
        {
            var empty = Activator.CreateInstance(type)!;
            members.ForEach(pair => Set(pair.Member, empty, pair.Value.Text));
            return (T)empty;
        }

        // The shortest constructor that takes every member the table names; what the table leaves out gets its default.
        var fitting = constructors.FirstOrDefault(c => members.TrueForAll(m => ParameterFor(c, m.Member) is not null))
                      ?? throw new MissingMethodException($"Unable to find a suitable constructor to create instance of {type}");
        var arguments = fitting.GetParameters().Select(p => Argument(p, members)).ToArray();
        return (T)fitting.Invoke(arguments);
    }

    public static bool IsNamed(MemberInfo member, string column)
        => Normalize(member.Name).Equals(Normalize(column), StringComparison.OrdinalIgnoreCase);

    private static object? Argument(ParameterInfo parameter, List<(MemberInfo Member, (string Name, string Text) Value)> members)
    {
        foreach (var (member, value) in members)
        {
            if (IsFor(parameter, member))
            {
                return CellReader.Read(value.Text, parameter.ParameterType);
            }
        }

        if (parameter.HasDefaultValue)
        {
            return parameter.DefaultValue;
        }

        return parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
    }

    private static ParameterInfo? ParameterFor(ConstructorInfo constructor, MemberInfo member)
        => constructor.GetParameters().FirstOrDefault(p => IsFor(p, member));

    private static bool IsFor(ParameterInfo parameter, MemberInfo member)
        => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase) && parameter.ParameterType == TypeOf(member);

    private static Type TypeOf(MemberInfo member)
        => member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

    private static void Set(MemberInfo member, object target, string text)
    {
        var value = CellReader.Read(text, TypeOf(member));
        if (member is PropertyInfo property)
        {
            property.SetValue(target, value);
        }
        else
        {
            ((FieldInfo)member).SetValue(target, value);
        }
    }

    private static string Normalize(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
